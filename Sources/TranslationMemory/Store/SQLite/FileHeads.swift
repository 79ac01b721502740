internal import GRDB

/// The heads of files, `head:NAME` in the table `metadata`, and what each was before a revision changed it, `before:NUMBER:NAME`;
/// an empty text says that there was none.
struct FileHeads {
    let database: Database

    func head(of name: String) throws -> [UInt8]? { try value(Self.headKey(name)) }

    /// Puts a head in place of an earlier one, which `settle` remembers.
    func set(_ head: [UInt8], of name: String) throws {
        let before = try self.head(of: name)
        guard before != head else { return }
        // The first one is what was there before the revision.
        let key = Self.beforeKey(nil, name)
        if try value(key) == nil { try set(before ?? [], for: key) }
        try set(head, for: Self.headKey(name))
    }

    /// Gives what was remembered to the revision it belongs to; forgets it where nothing else made one.
    func settle(as revision: Int64?) throws {
        for (number, name) in try journal() where number == nil {
            let key = Self.beforeKey(nil, name)
            if let revision, let before = try value(key) { try set(before, for: Self.beforeKey(revision, name)) }
            try remove(key)
        }
    }

    /// Makes the heads that a revision changed what they were before it, but for those changed since.
    ///
    /// - Parameter undo: the revision that takes it back.
    func takeBack(_ revision: Int64, as undo: Int64?) throws {
        let journal = try journal()
        for (number, name) in journal where number == revision {
            let isChangedSince = journal.contains { $0.name == name && $0.revision ?? 0 > revision }
            guard !isChangedSince, let before = try value(Self.beforeKey(revision, name)) else { continue }
            if let undo { try set(try head(of: name) ?? [], for: Self.beforeKey(undo, name)) }
            try before.isEmpty ? remove(Self.headKey(name)) : set(before, for: Self.headKey(name))
        }
    }

    /// What is remembered, and of which revision; `nil` for the one under way.
    private func journal() throws -> [(revision: Int64?, name: String)] {
        let rows = try database.cachedStatement(
            sql: "SELECT name FROM metadata WHERE name >= '\(Self.before)' AND name < 'before;'")
        var entries: [(revision: Int64?, name: String)] = []
        try rows.forEachRow {
            let rest = rows.string(0).dropFirst(Self.before.count)
            let number = rest.prefix { $0 != ":" }
            entries.append((Int64(number), String(rest.dropFirst(number.count + 1))))
        }
        return entries
    }

    private static let before = "before:"

    private static func headKey(_ name: String) -> String { "head:\(name)" }

    private static func beforeKey(_ revision: Int64?, _ name: String) -> String {
        before + (revision.map(String.init) ?? "") + ":" + name
    }

    private func value(_ key: String) throws -> [UInt8]? {
        let statement = try database.cachedStatement(sql: "SELECT value FROM metadata WHERE name = ?")
        defer { statement.end() }
        return try statement.start(.text(key)) ? Array(statement.bytes(0)) : nil
    }

    private func set(_ value: [UInt8], for key: String) throws {
        try database.cachedStatement(
            sql: "INSERT INTO metadata(name, value) VALUES (?1, ?2) ON CONFLICT(name) DO UPDATE SET value = ?2"
        ).start(.text(key), .text(value))
    }

    private func remove(_ key: String) throws {
        try database.cachedStatement(sql: "DELETE FROM metadata WHERE name = ?").start(.text(key))
    }
}
