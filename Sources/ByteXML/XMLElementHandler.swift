/// A reader of a file that is mostly a row of like elements, the units of a memory, whose names it takes without their
/// namespace.
///
/// Those written in plain form come to it quicker (`PlainElementFeeder`), as the same events but for blanks between them.
/// It may ask the parser for places, but not for ranges.
package protocol XMLElementHandler: XMLTagHandler {
    /// The name of the elements in the row.
    static var elementName: StaticString { get }
    /// Whether the parser stands between two of them.
    var isBetweenElements: Bool { get }
}
