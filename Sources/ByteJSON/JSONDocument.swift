public import UnicodeText

/// JSON in a text, whose strings lead back to their bytes.
public struct JSONDocument: Sendable {
    public let source: UTF8Text
    public let root: JSONNode

    /// Reads the one value that a range of a text holds; offsets are those of the text. O(length of the range).
    public init(_ source: UTF8Text, in range: ByteRange? = nil) throws(JSONError) {
        var scanner = JSONScanner(source.bytes, in: range ?? source.all, JSONNodeBuilder())
        self.source = source
        root = try scanner.whole()
    }

    /// The text of a string.
    public func text(of string: JSONText) -> UTF8Text { string.decoded(in: source.bytes) }

    /// The text of a string with the edits, rule `json-escape`, that made it out of the bytes of its range.
    public func placedText(of string: JSONText) -> (text: UTF8Text, edits: EditMap) {
        string.placed(in: source.bytes)
    }

    /// The last member of a name, `nil` if the node is no object or has none.
    public func member(_ name: String, of node: JSONNode) -> JSONNode? {
        node.members.last { text(of: $0.name).bytes.elementsEqual(name.utf8) }?.value
    }
}
