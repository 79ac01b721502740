public import UnicodeText

/// What stood around a unit where it was seen: the basis of context matches.
public struct Context: Hashable, Sendable, Codable {
    /// The segment before and the one after, in the source language.
    public var previous: UTF8Text?
    public var next: UTF8Text?
    /// An identifier the file gave the segment (a string id, a path).
    public var id: String?

    public init(previous: UTF8Text? = nil, next: UTF8Text? = nil, id: String? = nil) {
        self.previous = previous
        self.next = next
        self.id = id
    }

    public var isEmpty: Bool { previous == nil && next == nil && id == nil }

    /// The place of a text among those of a document, in their order.
    public static func place(of index: Int, in texts: [UTF8Text]) -> Context {
        Context(
            previous: index > 0 ? texts[index - 1] : nil, next: index + 1 < texts.count ? texts[index + 1] : nil)
    }
}
