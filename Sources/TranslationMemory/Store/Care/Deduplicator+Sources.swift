internal import UnicodeText

extension Deduplicator {
    /// Makes units one that have a source text in common, and, where that is asked for, a translation.
    func joinSources(_ candidates: SharedTexts.Candidates) throws {
        var groups: [UTF8Text: [Member]] = [:]
        var order: [UTF8Text] = []
        for id in candidates.units {
            guard let unit = try reader.unit(id), let source = unit.source, source.language == candidates.language
            else { continue }
            let key = key(of: source)
            if groups[key] == nil { order.append(key) }
            // Equal texts are held once.
            groups[key, default: []].append(try member(unit, id: id, sourceLike: groups[key]?.first?.source))
        }
        for key in order {
            guard let members = groups[key], members.count > 1 else { continue }
            for group in options.criterion == .both ? Self.sharingTranslations(members) : [members]
            where group.count > 1 {
                try join(group.sorted { $0.rank.isBefore($1.rank, options.preference) }, candidates.language)
            }
        }
    }

    /// Units that have a translation in common, if only by way of others, come together. O(translations).
    private static func sharingTranslations(_ members: [Member]) -> [[Member]] {
        var leaders = Array(members.indices)
        func leader(_ index: Int) -> Int {
            var index = index
            while leaders[index] != index {
                leaders[index] = leaders[leaders[index]]
                index = leaders[index]
            }
            return index
        }
        var firsts: [Member.Translation: Int] = [:]
        for (index, member) in members.enumerated() {
            for translation in member.translations {
                if let first = firsts[translation] {
                    let (one, two) = (leader(first), leader(index))
                    leaders[max(one, two)] = min(one, two)
                } else {
                    firsts[translation] = index
                }
            }
        }
        var groups: [[Member]] = Array(repeating: [], count: members.count)
        for index in members.indices { groups[leader(index)].append(members[index]) }
        return groups
    }

    private func join(_ members: [Member], _ language: LanguageTag) throws {
        guard let first = members.first, let kept = try reader.unit(first.rank.id) else { return }
        try tell(members, language: language, text: first.source)
        let rule: UnitJoin.Rule =
            options.criterion == .both
            ? .sameText(folded: options.foldsTexts) : .oneALanguage(folded: options.foldsTexts)
        guard let writer else { return }
        var join = UnitJoin(kept, rule: rule, usage: .sum)
        for member in members.dropFirst() {
            guard let other = try reader.unit(member.rank.id) else { continue }
            join.take(other)
            try writer.remove(other, id: member.rank.id)
        }
        report.variantsTaken += join.taken
        report.variantsDropped += join.dropped
        _ = try writer.change(first.rank.id, from: kept, to: join.unit)
    }
}
