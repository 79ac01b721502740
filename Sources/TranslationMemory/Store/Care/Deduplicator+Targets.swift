internal import UnicodeText

extension Deduplicator {
    /// Tells of a translation that different sources have, and takes it from all but one of them where that is asked for.
    func compareTargets(_ candidates: SharedTexts.Candidates) throws {
        guard isCompared(candidates.language) else { return }
        var groups: [UTF8Text: [Member]] = [:]
        var order: [UTF8Text] = []
        for id in candidates.units {
            guard let unit = try reader.unit(id) else { continue }
            var keys: Set<UTF8Text> = []
            let source = unit.identityIndex
            for (index, variant) in unit.variants.enumerated()
            where index != source && variant.language == candidates.language {
                let key = key(of: variant)
                guard keys.insert(key).inserted else { continue }
                if groups[key] == nil { order.append(key) }
                groups[key, default: []].append(try member(unit, id: id))
            }
        }
        for key in order {
            guard let members = groups[key], members.count > 1 else { continue }
            let sorted = members.sorted { $0.rank.isBefore($1.rank, options.preference) }
            let sources = sorted.map { TextKey.key(of: $0.source, folded: options.foldsTexts) }
            // Units of one source are duplicates by source.
            let others = sorted.indices.dropFirst().filter { sources[$0] != sources[0] }
            guard !others.isEmpty else { continue }
            let text = try reader.unit(sorted[0].rank.id).flatMap { self.text(of: $0, key, candidates.language) } ?? key
            try tell([sorted[0]] + others.map { sorted[$0] }, language: candidates.language, text: text)
            guard let writer else { continue }
            for index in others { try drop(key, candidates.language, from: sorted[index].rank.id, writer) }
        }
    }

    private func text(of unit: TranslationUnit, _ key: UTF8Text, _ language: LanguageTag) -> UTF8Text? {
        unit.variants.first { $0.language == language && self.key(of: $0) == key }?.segment.text
    }

    private func drop(_ key: UTF8Text, _ language: LanguageTag, from id: Int64, _ writer: UnitWriter) throws {
        guard let unit = try reader.unit(id) else { return }
        let source = unit.identityIndex
        var left = unit
        left.variants = unit.variants.indices
            .filter { $0 == source || unit.variants[$0].language != language || self.key(of: unit.variants[$0]) != key }
            .map { unit.variants[$0] }
        report.variantsDropped += unit.variants.count - left.variants.count
        // A source alone is no translation.
        if left.variants.count < 2 {
            try writer.remove(unit, id: id)
        } else {
            _ = try writer.change(id, from: unit, to: left)
        }
    }
}
