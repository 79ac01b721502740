internal import ByteJSON
internal import UnicodeText

/// Reads ninjs (IPTC's News in JSON): 1.x with `headline` and `body_html`, 2.x with `headlines` and `bodies`, and 3.x,
/// which writes the same names in camel case.
///
/// Names: the standard's schemas 1.4, 2.1 and 3.0 and its examples (iptc/newsinjson).
struct NinjsReader {
    let document: JSONDocument

    /// The blocks of a story, or of the stories in an array.
    static func blocks(in source: SourceText) throws(Diagnostic) -> [RawBlock] {
        let document: JSONDocument
        let text = source.text
        if let stories = lines(of: text) { return stories }
        do {
            document = try JSONDocument(text, in: text.trimmed(text.all))
        } catch {
            let place = TextPlace(text, error.offset)
            throw Diagnostic(
                .error, code: "format.json", file: source.name, line: place.line, column: place.column,
                message: "this is no whole JSON: \(error.message)")
        }
        let reader = NinjsReader(document: document)
        return (document.root.array ?? [document.root]).flatMap { reader.blocks(of: $0) }
    }

    /// The stories of a file with one on each line; `nil` if it is none. O(n).
    private static func lines(of text: UTF8Text) -> [RawBlock]? {
        let lines = PlainLines.lines(of: text, in: text.all).filter { !$0.isEmpty }.map { text.trimmed($0) }
        guard lines.count > 1, lines.allSatisfy({ text.bytes[$0].first == UInt8(ascii: "{") }) else { return nil }
        var stories: [RawBlock] = []
        for line in lines {
            guard let document = try? JSONDocument(text, in: line) else { return nil }
            stories += NinjsReader(document: document).blocks(of: document.root)
        }
        return stories
    }

    /// A member's name in the spelling of version 1: ASCII letters small.
    static func folded(_ name: some Sequence<UInt8>) -> String {
        String(decoding: name.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    private func blocks(of node: JSONNode) -> [RawBlock] {
        var story = NinjsStory(reader: self)
        story.read(node)
        return story.item.blocks()
    }

    func name(_ member: JSONNode.Member) -> String {
        member.name.range.count > 40 ? "" : Self.folded(document.text(of: member.name).bytes)
    }

    /// The text of a string value with its way back to the file.
    func text(_ node: JSONNode?) -> SourcedText? {
        guard let string = node?.string else { return nil }
        let placed = document.placedText(of: string)
        return SourcedText(text: placed.text, extent: string.range, edits: placed.edits)
    }

    /// A short string value in small letters, such as a role or a type.
    func word(_ node: JSONNode?) -> String {
        guard let string = node?.string, string.range.count <= 100 else { return "" }
        return Self.folded(document.text(of: string).bytes)
    }

    /// The member of a name in the spelling of version 1.
    func member(_ name: String, of node: JSONNode) -> JSONNode? {
        node.members.last { self.name($0) == name }?.value
    }
}
