internal import ByteXML
internal import UnicodeText

/// XML with an element a line, indented.
struct TBXOutput {
    /// How an element is called in a version of TBX.
    struct Names {
        let entry: String
        let languageSection: String
        let termSection: String

        static let version3 = Names(entry: "conceptEntry", languageSection: "langSec", termSection: "termSec")
        static let version2 = Names(entry: "termEntry", languageSection: "langSet", termSection: "tig")
    }

    /// The blanks in front of a line.
    struct Indentation {
        var base = ""
        var step = "  "
    }

    let names: Names
    private let indentation: Indentation
    private var writer: XMLWriter
    var depth = 0

    init(
        names: Names = .version3, indentation: Indentation = Indentation(), _ sink: @escaping ByteSink
    ) {
        self.names = names
        self.indentation = indentation
        writer = XMLWriter(sink)
    }

    /// Markup on a line of its own.
    mutating func line(_ markup: String) throws {
        try indent()
        try writer.raw(markup)
        try writer.raw("\n")
    }

    mutating func open(_ name: String, _ attributes: [[String]] = []) throws {
        try indent()
        try start(name, attributes)
        try writer.raw(">\n")
        depth += 1
    }

    mutating func close(_ name: String) throws {
        depth -= 1
        try line("</\(name)>")
    }

    /// - Parameter type: left out if empty.
    mutating func element(_ name: String, type: String = "", _ attributes: [[String]] = [], value: String) throws {
        try element(name, type: type, attributes, value: UTF8Text(value))
    }

    mutating func element(_ name: String, type: String = "", _ attributes: [[String]] = [], value: UTF8Text) throws {
        try indent()
        var all = type.isEmpty ? [] : [["type", type]]
        all += attributes
        if value.needsPreservedSpace { all.append(["xml:space", "preserve"]) }
        try start(name, all)
        guard !value.isEmpty else { return try writer.raw("/>\n") }
        try writer.raw(">")
        try writer.text(value)
        try writer.raw("</\(name)>\n")
    }

    mutating func flush() throws { try writer.flush() }

    private mutating func indent() throws {
        try writer.raw(indentation.base)
        try writer.raw(String(repeating: indentation.step, count: depth))
    }

    private mutating func start(_ name: String, _ attributes: [[String]]) throws {
        try writer.raw("<\(name)")
        try writer.attributes(attributes.filter { $0.count == 2 }.map { ($0[0], $0[1]) })
    }
}

extension UTF8Text {
    /// Whether a reader would take blanks of the text for the looks of the file (`TBXLeaf.finishText`).
    fileprivate var needsPreservedSpace: Bool {
        func isBlank(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x09 }
        return isBlank(bytes.first) || isBlank(bytes.last) || bytes.contains { $0 == 0x0A || $0 == 0x0D }
    }
}
