internal import GRDB
internal import UnicodeText

/// Finds duplicates over one connection, within one transaction, and makes them one. Holds the numbers and the texts of
/// one group at a time.
final class Deduplicator {
    /// A unit of a group.
    struct Member {
        let rank: UnitRank
        let source: UTF8Text
        /// Of the translations that are compared.
        let translations: [Translation]

        struct Translation: Hashable {
            let language: LanguageTag
            let key: UTF8Text
        }
    }

    let options: DedupeOptions
    let reader: UnitReader
    /// `nil` where duplicates are only told.
    let writer: UnitWriter?
    private let example: (DuplicateGroup) throws -> Void
    private let database: Database
    private let dateStatement: Statement
    var report = DedupeReport()

    init(
        _ database: Database, path: String, _ options: DedupeOptions, revision: RevisionInfo,
        example: @escaping (DuplicateGroup) throws -> Void
    ) throws {
        self.database = database
        self.options = options
        self.example = example
        if options.changesUnits {
            let writer = try UnitWriter(database, path: path, mode: .keep, termLinks: .whenPresent, revision: revision)
            self.writer = writer
            reader = writer.reader
        } else {
            writer = nil
            reader = try UnitReader(database, path: path)
        }
        dateStatement = try database.cachedStatement(
            sql: "SELECT r.date FROM unit u JOIN revision r ON r.number = u.changed WHERE u.id = ?")
    }

    func run() throws {
        let texts = try SharedTexts(database, reader, folded: options.foldsTexts)
        while let candidates = try texts.next() {
            switch options.criterion {
            case .source, .both: try joinSources(candidates)
            case .target: try compareTargets(candidates)
            }
        }
        try texts.finish()
        if options.criterion == .source { try chooseVariants() }
        guard let counts = try writer?.counts() else { return }
        report.revision = writer?.report.revision
        report.removed = counts.gone
        report.updated = counts.units - counts.gone
    }

    func member(_ unit: TranslationUnit, id: Int64, sourceLike known: UTF8Text? = nil) throws -> Member {
        defer { dateStatement.end() }
        let changed = try dateStatement.start(.integer(id)) ? dateStatement.integer(0) : 0
        let source = unit.identityIndex
        let text = source.map { unit.variants[$0].segment.text } ?? UTF8Text()
        return Member(
            rank: UnitRank(unit, id: id, changed: Timestamp(milliseconds: changed)),
            source: text == known ? known ?? text : text,
            translations: options.criterion != .both
                ? []
                : unit.variants.indices.compactMap { index in
                    let variant = unit.variants[index]
                    guard index != source, isCompared(variant.language) else { return nil }
                    return Member.Translation(language: variant.language, key: key(of: variant))
                })
    }

    func isCompared(_ language: LanguageTag) -> Bool {
        options.languages.isEmpty || options.languages.contains { $0.covers(language) }
    }

    func key(of variant: Variant) -> UTF8Text { TextKey.key(of: variant.segment.text, folded: options.foldsTexts) }

    /// Counts a group and tells of it; the first member stays.
    func tell(_ members: [Member], language: LanguageTag, text: UTF8Text) throws {
        report.groups += 1
        report.units += members.count
        guard options.examples == 0 || report.groups <= options.examples else { return }
        try example(
            DuplicateGroup(
                language: language, text: text,
                members: members.prefix(100).map { .init(unit: $0.rank.id, source: $0.source) }, count: members.count))
    }

    /// Units that have several texts in a language keep one of them.
    private func chooseVariants() throws {
        let rows = try database.makeStatement(
            sql: "SELECT unit, language FROM variant WHERE unit > ? ORDER BY unit, position")
        var last: Int64 = 0
        while let id = try Self.nextWithSeveral(rows, after: last) {
            last = id
            guard let unit = try reader.unit(id) else { continue }
            let choice = VariantChoice(unit, options.preference)
            report.variantsDropped += choice.dropped
            _ = try writer?.change(id, from: unit, to: choice.unit)
        }
    }

    private static func nextWithSeveral(_ rows: Statement, after last: Int64) throws -> Int64? {
        defer { rows.end() }
        var unit = last
        var languages: Set<Int64> = []
        var hasRow = try rows.start(.integer(last))
        while hasRow {
            if rows.integer(0) != unit {
                unit = rows.integer(0)
                languages.removeAll(keepingCapacity: true)
            }
            if !languages.insert(rows.integer(1)).inserted { return unit }
            hasRow = try rows.step()
        }
        return nil
    }
}

extension DedupeOptions {
    /// Whether units are changed and not only looked at.
    var changesUnits: Bool { criterion != .target || removesTargets }
}
