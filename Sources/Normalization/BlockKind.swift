/// What a block of press copy is.
public enum BlockKind: String, Hashable, Sendable, Codable, CaseIterable {
    case headline, subhead, dateline, byline, lead, body, quote, list, caption, boilerplate

    /// Whether the block is part of the copy, not of the page around it.
    public var isKept: Bool { self != .boilerplate }
}
