internal import ByteXML
internal import UnicodeText

/// XML with an element a line, indented.
struct TBXOutput {
    private var writer: XMLWriter
    var depth = 0

    init(_ sink: @escaping ByteSink) { writer = XMLWriter(sink) }

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
        try writer.raw(String(repeating: "  ", count: depth))
    }

    /// Attributes with a name that cannot be one, or was there before, are left out.
    private mutating func start(_ name: String, _ attributes: [[String]]) throws {
        try writer.raw("<\(name)")
        var seen: [String] = []
        for pair in attributes where pair.count == 2 && !seen.contains(where: { $0.utf8.elementsEqual(pair[0].utf8) }) {
            seen.append(pair[0])
            if let (namespace, local) = Self.qualified(pair[0]) {
                try writer.attribute("xmlns:a\(seen.count)", namespace)
                try writer.attribute("a\(seen.count):\(local)", pair[1])
            } else if Self.isName(pair[0]) {
                try writer.attribute(pair[0], pair[1])
            }
        }
    }

    /// `{namespace}name`, as `XMLElement` has names of other namespaces.
    private static func qualified(_ name: String) -> (namespace: String, local: String)? {
        guard name.utf8.first == UInt8(ascii: "{"), let end = name.utf8.lastIndex(of: UInt8(ascii: "}")) else {
            return nil
        }
        let namespace = String(name[name.utf8.index(after: name.startIndex)..<end])
        let local = String(name[name.utf8.index(after: end)...])
        return !namespace.isEmpty && isName(local) && !local.utf8.contains(UInt8(ascii: ":")) ? (namespace, local) : nil
    }

    /// A name of ASCII letters, digits and `-._`, with no prefix but `xml:`.
    private static func isName(_ name: String) -> Bool {
        let local = name.utf8.starts(with: "xml:".utf8) ? name.utf8.dropFirst(4) : name.utf8[...]
        guard let first = local.first, first | 0x20 >= 0x61 && first | 0x20 <= 0x7A || first == 0x5F else {
            return false
        }
        return !local.starts(with: "xmlns".utf8)
            && local.allSatisfy {
                $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D || $0 == 0x2E
                    || $0 == 0x5F
            }
    }
}

extension UTF8Text {
    /// Whether a reader would take blanks of the text for the looks of the file (`TBXLeaf.finishText`).
    fileprivate var needsPreservedSpace: Bool {
        func isBlank(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x09 }
        return isBlank(bytes.first) || isBlank(bytes.last) || bytes.contains { $0 == 0x0A || $0 == 0x0D }
    }
}
