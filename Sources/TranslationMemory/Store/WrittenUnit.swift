/// What became of one unit that was handed to a store.
public struct WrittenUnit: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        case created
        case updated
        case skipped(SkipReason)
    }

    /// The stored unit's number; `nil` when nothing was stored.
    public var id: Int64?
    public var outcome: Outcome

    public init(id: Int64?, outcome: Outcome) {
        self.id = id
        self.outcome = outcome
    }
}

/// Why a unit changed nothing.
public enum SkipReason: String, Hashable, Sendable, Codable, CaseIterable {
    /// All of it is stored already.
    case known
    /// It has other translations than the stored unit, and those win (`ImportMode.keep`).
    case existingTranslation = "existing-translation"
    /// It has no variant at all.
    case noVariants = "no-variants"
    /// A term link or an inline code points outside its text or into a character, or codes nest too deep.
    case invalid
}
