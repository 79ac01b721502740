/// Who changes a memory, when, with what and why.
public struct RevisionInfo: Hashable, Sendable, Codable {
    public var date: Timestamp
    public var user: String?
    /// Name and version of the program.
    public var tool: String?
    /// `ingest`, `import`, `edit` …
    public var action: String
    /// The file's name, or whatever the user wrote.
    public var note: String?

    public init(
        date: Timestamp = .now, user: String? = nil, tool: String? = nil, action: String, note: String? = nil
    ) {
        self.date = date
        self.user = user
        self.tool = tool
        self.action = action
        self.note = note
    }
}

/// A change of a memory as it was recorded.
public struct Revision: Hashable, Sendable, Codable {
    /// Counts up from 1 in the order of commits.
    public var number: Int64
    public var info: RevisionInfo

    public init(number: Int64, info: RevisionInfo) {
        self.number = number
        self.info = info
    }
}
