import ArgumentParser
import Dragoman

/// How much of one thing a file may hold before it is refused.
struct ImportLimits: ParsableArguments {
    @Option(help: ArgumentHelp("Elements within elements that an XML file may have.", valueName: "number"))
    var maxDepth = XMLLimits().depth

    @Option(help: ArgumentHelp("Attributes of one element.", valueName: "number"))
    var maxAttributes = XMLLimits().attributes

    @Option(help: ArgumentHelp("Length of one attribute: bytes, or 500k, 20M.", valueName: "size"))
    var maxAttribute = ByteCount(XMLLimits().attribute)

    @Option(
        help: ArgumentHelp(
            """
            Length of one segment, note, term, table cell or PO entry; a unit with all its languages, or a row, may be \
            twice as long.
            """,
            valueName: "size"))
    var maxSegment = ByteCount(XMLLimits().text)

    /// Elements are worked on one within the other, so this many must fit on the stack.
    static let deepest = 1_000
    static let mostAttributes = 1_000_000

    func validate() throws {
        guard 1...Self.deepest ~= maxDepth else { throw ValidationError("--max-depth is 1 to \(Self.deepest)") }
        guard 1...Self.mostAttributes ~= maxAttributes else {
            throw ValidationError("--max-attributes is 1 to \(Self.mostAttributes)")
        }
    }

    var limits: XMLLimits {
        var limits = XMLLimits()
        limits.depth = maxDepth
        limits.attributes = maxAttributes
        limits.attribute = maxAttribute.bytes
        limits.text = maxSegment.bytes
        limits.unit = 2 * maxSegment.bytes
        // A tag is as long as its attributes, and each may be written in references.
        limits.token = max(limits.token, 2 * maxAttribute.bytes)
        return limits
    }

    /// The same, with what would let the file pass where a limit stopped it.
    static func hinted(_ diagnostic: Diagnostic) -> Diagnostic {
        guard diagnostic.hint == nil, let option = options[diagnostic.code] else { return diagnostic }
        var diagnostic = diagnostic
        diagnostic.hint = "if the file is what it should be, \(option) lets it pass"
        return diagnostic
    }

    private static let options = [
        "xml.depth": "a higher --max-depth", "xml.attributes": "a higher --max-attributes",
        "xml.attribute": "a larger --max-attribute", "xml.token": "a larger --max-attribute",
        "tmx.limit": "a larger --max-segment", "xliff.limit": "a larger --max-segment",
        "po.limit": "a larger --max-segment", "tbx.limit": "a larger --max-segment",
        "table.limit": "a larger --max-segment", "moses.limit": "a larger --max-segment",
    ]
}
