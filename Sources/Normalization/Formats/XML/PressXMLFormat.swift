internal import UnicodeText

/// What a format of press copy in XML makes of its elements.
protocol PressXMLFormat {
    /// What to do with an element that no element around it has claimed.
    mutating func open(_ element: XMLStart) -> XMLWish
    /// The text of an element that was wanted as text.
    mutating func take(_ text: SourcedText, of element: XMLStart)
    /// The blocks of an element that was wanted as blocks.
    mutating func take(_ blocks: [RawBlock], of element: XMLStart)
    /// The end of an element whose children were looked at.
    mutating func close(_ name: String, path: [String])
    /// All blocks of the file.
    mutating func finish() -> [RawBlock]
    /// The stories that have ended; none where a file is one story.
    var completed: [RawBlock] { get }
}

/// What a format wants of an element.
enum XMLWish {
    /// To look at each child.
    case children
    /// All text in it as one, tags dropped.
    case text
    /// The text in it cut into blocks by block-level elements.
    case blocks
    case nothing
}
