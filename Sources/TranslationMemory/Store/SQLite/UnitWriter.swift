internal import GRDB
internal import UnicodeText

/// Stores units over one connection, within one transaction.
final class UnitWriter {
    let database: Database
    let reader: UnitReader
    private let mode: ImportMode
    private let termLinks: TermLinkPolicy
    private let info: RevisionInfo
    var report = WriteReport()
    /// Of a transaction that writes many units and changes none by its number; who sets it ends it.
    var newUnits: NewUnits?

    /// New units of a large import that are not in the tables yet.
    private var waiting = WaitingUnits()

    private let findUnits: Statement
    private let unitRows: RowInsertion
    private let updateUnit: Statement
    private let variantRows: RowInsertion
    private let deleteVariants: Statement
    private let insertLink: Statement
    private let deleteLinks: Statement
    private let insertChange: Statement

    private var languages: [LanguageTag: Int64] = [:]
    private var firstLanguages: [(tag: LanguageTag, number: Int64)] = []
    private var origins: [UTF8Text: Int64] = [:]
    private var lastOrigin: (origin: Origin, number: Int64)?
    private var concepts: [UTF8Text: Int64] = [:]
    /// Names kept at hand; a file may have one a unit.
    private static let nameLimit = 16384

    init(
        _ database: Database, path: String, mode: ImportMode, termLinks: TermLinkPolicy, revision: RevisionInfo
    ) throws {
        self.database = database
        reader = try UnitReader(database, path: path)
        self.mode = mode
        self.termLinks = termLinks
        info = revision
        findUnits = try database.cachedStatement(sql: "SELECT id FROM unit WHERE identity = ? ORDER BY id")
        unitRows = try RowInsertion(
            database,
            into: """
                unit(id, identity, kind, language, origin, created, changed, confidence, context, attributes, annotations)
                """, columns: 11)
        updateUnit = try database.cachedStatement(
            sql: """
                UPDATE unit SET identity = ?2, language = ?3, changed = ?4, context = ?5, attributes = ?6,
                annotations = ?7, kind = ?8, origin = ?9, confidence = ?10 WHERE id = ?1
                """)
        variantRows = try RowInsertion(
            database, into: "variant(unit, position, language, hash, text, codes, attributes, annotations)", columns: 8)
        deleteVariants = try database.cachedStatement(sql: "DELETE FROM variant WHERE unit = ?")
        insertLink = try database.cachedStatement(
            sql: "INSERT INTO term_link(unit, start, stop, concept, term) VALUES (?, ?, ?, ?, ?)")
        deleteLinks = try database.cachedStatement(sql: "DELETE FROM term_link WHERE unit = ?")
        // The first image of a revision is the state before it.
        insertChange = try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO change(revision, unit, before) VALUES (?, ?, ?)")
    }

    /// Stores a unit, or merges it into the one of its identity.
    func add(_ unit: PreparedUnit) throws -> WrittenUnit { try add(unit, joins: false) }

    /// The same for a unit of another memory: what is known of it there is joined with what is known here.
    ///
    /// - Parameter dates: When it was made and changed last there.
    func add(_ unit: TranslationUnit, from dates: UnitDates) throws -> WrittenUnit {
        try add(PreparedUnit(unit, asNew: dates.stamped(unit)), joins: true)
    }

    private func add(_ unit: PreparedUnit, joins: Bool) throws -> WrittenUnit {
        guard unit.hasVariants else { return skip(nil, .noVariants) }
        guard unit.isWellFormed else { return skip(nil, .invalid) }
        if let stored = try find(unit), let id = stored.id {
            return try merge(unit.unit, into: stored, id: id, joins: joins && mode != .replace)
        }
        count(unit.variants)
        let id = try newUnits?.nextID.map { try putOff(unit, $0) } ?? insert(unit.row)
        try newUnits?.wrote(id, hash: unit.row.hash)
        report.created += 1
        return WrittenUnit(id: id, outcome: .created)
    }

    private func skip(_ id: Int64?, _ reason: SkipReason) -> WrittenUnit {
        report.skipped[reason, default: 0] += 1
        return WrittenUnit(id: id, outcome: .skipped(reason))
    }

    /// The stored unit of a unit's identity.
    private func find(_ unit: PreparedUnit) throws -> TranslationUnit? {
        guard let candidates = try newUnits?.ids(of: unit.row.hash) else {
            try writeWaiting()
            return try UnitIdentity(unit.unit).flatMap { try find($0, hash: unit.row.hash) }
        }
        guard !candidates.isEmpty, let identity = UnitIdentity(unit.unit) else { return nil }
        try writeWaiting()
        for id in candidates { if let stored = try self.unit(id, of: identity) { return stored } }
        return nil
    }

    /// A unit, if it is of an identity.
    private func unit(_ id: Int64, of identity: UnitIdentity) throws -> TranslationUnit? {
        guard let unit = try reader.unit(id), let other = UnitIdentity(unit), other.isSame(as: identity) else {
            return nil
        }
        return unit
    }

    /// The first unit of an identity, but for one.
    func find(_ identity: UnitIdentity, hash: Int64, except id: Int64? = nil) throws -> TranslationUnit? {
        var hasRow = try findUnits.start(.integer(hash))
        defer { findUnits.end() }
        while hasRow {
            if findUnits.integer(0) != id, let unit = try unit(findUnits.integer(0), of: identity) { return unit }
            hasRow = try findUnits.step()
        }
        return nil
    }

    private func merge(
        _ unit: TranslationUnit, into stored: TranslationUnit, id: Int64, joins: Bool
    ) throws -> WrittenUnit {
        var incoming = unit
        if joins, !unit.termLinks.isEmpty { incoming.termLinks += stored.termLinks }
        let merge = UnitMerge(incoming, into: stored, mode: mode, termLinks: termLinks)
        count(merge.variants)
        var new = merge.unit
        var isChanged = merge.isChanged
        if joins {
            var join = UnitJoin(new, rule: .metadataAlone, usage: .greatest)
            join.take(incoming)
            new = UnitMerge(new: join.unit).unit
            isChanged = UnitImage.encode(new) != UnitImage.encode(stored)
        }
        guard isChanged else {
            return skip(id, merge.variants.contains { $0.outcome == .refused } ? .existingTranslation : .known)
        }
        try update(new, id: id, from: stored)
        report.updated += 1
        return WrittenUnit(id: id, outcome: .updated)
    }

    private func count(_ variants: [UnitMerge.VariantResult]) {
        for (language, outcome) in variants {
            switch outcome {
            case .added: report.variants[language, default: .init()].added += 1
            case .replaced: report.variants[language, default: .init()].replaced += 1
            case .refused: report.variants[language, default: .init()].refused += 1
            case .known: report.variants[language, default: .init()].known += 1
            }
        }
    }

    /// - Parameter id: The number of a unit that was there before; a new one if there is none.
    @discardableResult
    func insert(_ row: UnitRow, id: Int64? = nil) throws -> Int64 {
        try writeWaiting()
        let revision = try revision()
        let number = try row.bytes.withUnsafeBytes { bytes in
            try unitRows.insert(over: bytes) { try bind(row, id, revision, from: 0, to: &$0) }
            return database.lastInsertedRowID
        }
        try insertVariants(of: row, number)
        try insertLinks(row.termLinks, of: number)
        // Those write their journal in the end.
        if newUnits?.contains(number) != true {
            try insertChange.start(.integer(revision), .integer(number), .null)
        }
        return number
    }

    /// Lets a new unit wait that has its number, until there are some more.
    ///
    /// - Returns: the number.
    private func putOff(_ unit: PreparedUnit, _ id: Int64) throws -> Int64 {
        waiting.append(unit, id: id)
        if waiting.isFull { try writeWaiting() }
        return id
    }

    /// Writes the units that wait; to be called before any is read or gets its number from the table.
    private func writeWaiting() throws {
        guard !waiting.units.isEmpty else { return }
        let revision = try revision()
        let units = waiting.units
        let variants = units.indices.flatMap { unit in
            units[unit].unit.row.variants.indices.map { (unit: unit, position: $0) }
        }
        try waiting.bytes.withUnsafeBytes { bytes in
            try unitRows.insert(units.count, over: bytes) { index, values in
                let unit = units[index]
                try bind(unit.unit.row, unit.id, revision, from: unit.start, to: &values)
            }
            try variantRows.insert(variants.count, over: bytes) { index, values in
                let place = variants[index]
                let unit = units[place.unit]
                try bind(
                    unit.unit.row.variants[place.position], unit.id, place.position, from: unit.start, to: &values)
            }
        }
        for unit in units { try insertLinks(unit.unit.row.termLinks, of: unit.id) }
        waiting.removeAll()
    }

    /// To be called before the transaction is committed.
    func finish() throws {
        try writeWaiting()
        try newUnits?.finish(report.revision)
    }

    func update(_ unit: TranslationUnit, id: Int64, from stored: TranslationUnit) throws {
        // There was no unit before one that is new.
        if newUnits?.contains(id) != true { try journal(stored, id) }
        let row = UnitRow(unit)
        let revision = try revision()
        let language: SQLValue = try unit.sourceLanguage.map { .integer(try number(of: $0)) } ?? .null
        try updateUnit.start(
            .integer(id), .integer(row.hash), language, .integer(revision), .text(row.bytes(row.context)),
            .text(row.bytes(row.attributes)), .text(row.bytes(row.annotations)),
            .integer(Schema.number(of: unit.kind)), .integer(try number(of: unit.origin)),
            unit.origin.confidence.map { .real($0) } ?? .null)
        try newUnits?.changed(id, hash: row.hash)
        try deleteVariants.start(.integer(id))
        try insertVariants(of: row, id)
        if !stored.termLinks.isEmpty {
            try deleteLinks.start(.integer(id))
            let kept = Set(unit.termLinks.map(LinkKey.init))
            report.termLinksRemoved += stored.termLinks.count { !kept.contains(LinkKey($0)) }
        }
        try insertLinks(unit.termLinks, of: id, unless: stored.termLinks)
    }

    /// Keeps a unit as it was before the first change of this revision.
    func journal(_ unit: TranslationUnit, _ id: Int64) throws {
        let (revision, image) = (try revision(), UnitImage.encode(unit))
        try image.withUnsafeBytes { bytes in
            try insertChange.run(over: bytes) { values in
                try values.add(revision)
                try values.add(id)
                try values.add(0..<bytes.count, from: 0)
            }
        }
    }

    private func insertVariants(of row: UnitRow, _ id: Int64) throws {
        try row.bytes.withUnsafeBytes { bytes in
            try variantRows.insert(row.variants.count, over: bytes) {
                try bind(row.variants[$0], id, $0, from: 0, to: &$1)
            }
        }
    }

    /// - Parameter start: of what the ranges of the row count from.
    private func bind(
        _ row: UnitRow, _ id: Int64?, _ revision: Int64, from start: Int, to values: inout BoundValues
    ) throws {
        try values.add(id)
        try values.add(row.hash)
        try values.add(Schema.number(of: row.kind))
        try values.add(try row.language.map { try number(of: $0) })
        try values.add(try number(of: row.origin))
        // Made and changed last.
        try values.add(revision)
        try values.add(revision)
        try values.add(row.origin.confidence)
        try values.add(row.context, from: start)
        try values.add(row.attributes, from: start)
        try values.add(row.annotations, from: start)
    }

    private func bind(
        _ row: UnitRow.VariantRow, _ id: Int64, _ position: Int, from start: Int, to values: inout BoundValues
    ) throws {
        try values.add(id)
        try values.add(Int64(position))
        try values.add(try number(of: row.language))
        try values.add(row.hash)
        try values.add(row.text, from: start)
        try values.add(row.codes, from: start)
        try values.add(row.attributes, from: start)
        try values.add(row.annotations, from: start)
    }

    private func insertLinks(_ links: [TermLink], of id: Int64, unless known: [TermLink] = []) throws {
        guard !links.isEmpty else { return }
        let known = Set(known.map(LinkKey.init))
        for link in links {
            try insertLink.start(
                .integer(id), .integer(Int64(link.range.lowerBound)), .integer(Int64(link.range.upperBound)),
                .integer(try number(ofConcept: link.concept)), .text(link.term.bytes))
            if !known.contains(LinkKey(link)) { report.termLinksAdded += 1 }
        }
    }

    /// A term link compared byte for byte.
    private struct LinkKey: Hashable {
        let concept: UTF8Text
        let term: UTF8Text
        let range: ByteRange

        init(_ link: TermLink) {
            concept = UTF8Text(link.concept)
            term = link.term
            range = link.range
        }
    }

    /// The revision of this transaction, recorded when the first change comes.
    func revision() throws -> Int64 {
        if let number = report.revision { return number }
        let insert = try database.cachedStatement(
            sql: "INSERT INTO revision(date, user, tool, action, note) VALUES (?, ?, ?, ?, ?)")
        try insert.start(
            .integer(info.date.milliseconds), .text(info.user), .text(info.tool), .text(info.action), .text(info.note))
        let number = database.lastInsertedRowID
        report.revision = number
        return number
    }

    private func number(of language: LanguageTag) throws -> Int64 {
        // Mostly there are two, and comparing tags takes less time than hashing one.
        if let known = firstLanguages.first(where: { $0.tag == language }) { return known.number }
        if let number = languages[language] { return number }
        let number = try number(of: .text(language.description), in: "language", column: "tag")
        languages[language] = number
        if firstLanguages.count < 4 { firstLanguages.append((language, number)) }
        return number
    }

    private func number(ofConcept name: String) throws -> Int64 {
        let key = UTF8Text(name)
        if let number = concepts[key] { return number }
        let number = try number(of: .text(key.bytes), in: "concept", column: "name")
        if concepts.count >= Self.nameLimit { concepts.removeAll() }
        concepts[key] = number
        return number
    }

    private func number(of value: SQLValue, in table: String, column: String) throws -> Int64 {
        let find = try database.cachedStatement(sql: "SELECT id FROM \(table) WHERE \(column) = ?")
        defer { find.end() }
        if try find.start(value) { return find.integer(0) }
        try database.cachedStatement(sql: "INSERT INTO \(table)(\(column)) VALUES (?)").start(value)
        return database.lastInsertedRowID
    }

    private func number(of origin: Origin) throws -> Int64 {
        // Most units of a file have one.
        if let last = lastOrigin, last.origin.isSame(as: origin) { return last.number }
        let number = try storedNumber(of: origin)
        lastOrigin = (origin, number)
        return number
    }

    private func storedNumber(of origin: Origin) throws -> Int64 {
        // A name is set apart from none by the byte after the kind.
        var bytes = Array(origin.kind.rawValue.utf8)
        bytes.append(origin.name == nil ? 1 : 0)
        bytes.append(contentsOf: (origin.name ?? "").utf8)
        let key = UTF8Text(unchecked: bytes)
        if let number = origins[key] { return number }
        let find = try database.cachedStatement(sql: "SELECT id FROM origin WHERE kind = ? AND name IS ?")
        defer { find.end() }
        let number: Int64
        if try find.start(.text(origin.kind.rawValue), .text(origin.name)) {
            number = find.integer(0)
        } else {
            try database.cachedStatement(sql: "INSERT INTO origin(kind, name) VALUES (?, ?)")
                .start(.text(origin.kind.rawValue), .text(origin.name))
            number = database.lastInsertedRowID
        }
        if origins.count >= Self.nameLimit { origins.removeAll() }
        origins[key] = number
        return number
    }
}

extension Origin {
    /// Byte for byte; the confidence is no part of what is stored once.
    fileprivate func isSame(as other: Origin) -> Bool {
        guard kind == other.kind, let name else { return kind == other.kind && other.name == nil }
        return other.name.map { $0.hasBytes(of: name) } ?? false
    }
}
