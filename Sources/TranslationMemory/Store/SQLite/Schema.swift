internal import GRDB
internal import UnicodeText

/// The tables of a memory; `docs/memory.md` explains them.
enum Schema {
    /// Marks an SQLite file as ours: "DGMN".
    static let applicationID: Int64 = 0x4447_4D4E
    static let version: Int64 = 1

    struct Identity {
        var application: Int64
        var version: Int64
        var isEmpty: Bool
    }

    static func identity(_ database: Database) throws -> Identity {
        let statement = try database.makeStatement(
            sql: """
                SELECT a.application_id, u.user_version, NOT EXISTS (SELECT 1 FROM sqlite_schema)
                FROM pragma_application_id a, pragma_user_version u
                """)
        guard try statement.start() else { return Identity(application: 0, version: 0, isEmpty: true) }
        defer { statement.end() }
        return Identity(
            application: statement.integer(0), version: statement.integer(1), isEmpty: statement.integer(2) != 0)
    }

    /// Makes the tables unless another process did. Must run in an IMMEDIATE transaction.
    static func create(_ database: Database, created: Timestamp) throws {
        let identity = try identity(database)
        guard identity.isEmpty, identity.application == 0 else { return }
        try database.execute(sql: tables)
        try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version);")
        let insert = try database.makeStatement(sql: "INSERT INTO metadata(name, value) VALUES (?, ?)")
        for (name, value) in [
            ("created", String(created.milliseconds)), ("icu", ICUVersion.icu), ("unicode", ICUVersion.unicode),
        ] {
            try insert.start(.text(name), .text(value))
        }
    }

    /// SegmentKind as it is stored.
    static func number(of kind: SegmentKind) -> Int64 {
        switch kind {
        case .block: 1
        case .paragraph: 2
        case .sentence: 3
        case .phrase: 4
        }
    }

    static func kind(_ number: Int64) -> SegmentKind? {
        switch number {
        case 1: .block
        case 2: .paragraph
        case 3: .sentence
        case 4: .phrase
        default: nil
        }
    }

    static let textIndexName = "variant_text"
    /// Finds a unit by one of its texts.
    static let textIndex = "CREATE INDEX \(textIndexName) ON variant(language, hash)"

    static let identityIndexName = "unit_identity"
    /// Finds a unit by its identity.
    static let identityIndex = "CREATE INDEX \(identityIndexName) ON unit(identity)"

    private static let tables = """
        CREATE TABLE metadata (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE language (id INTEGER PRIMARY KEY, tag TEXT NOT NULL UNIQUE);
        CREATE TABLE origin (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT);
        CREATE INDEX origin_name ON origin(kind, name);
        CREATE TABLE concept (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE revision (
            number INTEGER PRIMARY KEY, date INTEGER NOT NULL, user TEXT, tool TEXT, action TEXT NOT NULL, note TEXT);
        CREATE TABLE unit (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            identity INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            language INTEGER REFERENCES language,
            origin INTEGER NOT NULL REFERENCES origin,
            created INTEGER NOT NULL REFERENCES revision,
            changed INTEGER NOT NULL REFERENCES revision,
            confidence REAL, context TEXT, attributes TEXT, annotations TEXT);
        \(identityIndex);
        CREATE TABLE variant (
            unit INTEGER NOT NULL REFERENCES unit ON DELETE CASCADE,
            position INTEGER NOT NULL,
            language INTEGER NOT NULL REFERENCES language,
            hash INTEGER NOT NULL,
            text TEXT NOT NULL,
            codes TEXT, attributes TEXT, annotations TEXT,
            PRIMARY KEY (unit, position)) WITHOUT ROWID;
        \(textIndex);
        CREATE TABLE term_link (
            unit INTEGER NOT NULL REFERENCES unit ON DELETE CASCADE,
            start INTEGER NOT NULL,
            stop INTEGER NOT NULL,
            concept INTEGER NOT NULL REFERENCES concept,
            term TEXT NOT NULL,
            PRIMARY KEY (unit, start, stop, concept)) WITHOUT ROWID;
        CREATE INDEX term_link_concept ON term_link(concept);
        CREATE TABLE change (
            revision INTEGER NOT NULL REFERENCES revision,
            unit INTEGER NOT NULL,
            before TEXT,
            PRIMARY KEY (revision, unit)) WITHOUT ROWID;
        CREATE INDEX change_unit ON change(unit) WHERE before IS NOT NULL;
        """
}
