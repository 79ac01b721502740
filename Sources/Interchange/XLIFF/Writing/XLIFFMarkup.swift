internal import ByteXML
internal import TranslationMemory
internal import UnicodeText

/// Writes elements with the prefixes their namespaces have.
struct XLIFFMarkup {
    var writer: XMLWriter
    /// Namespace to prefix, as the root declares them.
    private var prefixes: [String: String] = [Self.xml: "xml"]
    /// Prefixes that the root declares.
    private let taken: Set<String>
    let namespace: String

    init(_ sink: @escaping ByteSink, namespace: String, namespaces: [Attribute]) {
        writer = XMLWriter(sink)
        self.namespace = namespace
        taken = Set(namespaces.map(\.name))
        for declared in namespaces where !declared.name.isEmpty { prefixes[declared.value] = declared.name }
    }

    mutating func raw(_ markup: String) throws { try writer.raw(markup) }
    mutating func text(_ text: UTF8Text) throws { try writer.text(text) }

    /// `<name a="…"`, without its end.
    mutating func open(_ name: String, _ attributes: [Attribute]) throws {
        try writer.raw("<\(name)")
        try self.attributes(attributes)
    }

    /// `<name a="…">text</name>`
    mutating func leaf(_ name: String, _ attributes: [Attribute] = [], _ text: UTF8Text) throws {
        try open(name, attributes)
        try writer.raw(">")
        try writer.text(text)
        try writer.raw("</\(name)>")
    }

    /// Declares a prefix.
    mutating func declare(_ name: String, _ namespace: String) throws { try writer.attribute(name, namespace) }

    /// Attributes, each name once; what is no name in XML is left out.
    mutating func attributes(_ attributes: [Attribute]) throws {
        var made: [String: String] = [:]
        var written: Set<String> = []
        for attribute in attributes where written.insert(attribute.name).inserted {
            let (namespace, name) = Self.parts(attribute.name)
            guard XLIFFName.isValid(name) else { continue }
            guard !namespace.isEmpty else {
                try writer.attribute(name, attribute.value)
                continue
            }
            var prefix = prefixes[namespace] ?? made[namespace]
            if prefix == nil {
                var number = made.count + 1
                while taken.contains("ns\(number)") || made.values.contains("ns\(number)") { number += 1 }
                let new = "ns\(number)"
                made[namespace] = new
                prefix = new
                try declare("xmlns:\(new)", namespace)
            }
            try writer.attribute("\(prefix ?? ""):\(name)", attribute.value)
        }
    }

    /// A text with its codes, which have an `element` each and nest where they surround text.
    mutating func inline(_ text: InlineText, hasCharacterCodes: Bool) throws {
        var position = 0
        for code in text.codes {
            let end = min(max(position, code.position), text.text.count)
            try self.text(text.text[position..<end], hasCharacterCodes)
            position = end
            try self.code(code)
        }
        try self.text(text.text[position..<text.text.count], hasCharacterCodes)
    }

    private mutating func text(_ text: UTF8Text, _ hasCharacterCodes: Bool) throws {
        if hasCharacterCodes { try textWithCharacterCodes(text) } else { try writer.text(text) }
    }

    private mutating func code(_ code: InlineCode) throws {
        let name = code.element ?? code.kind.rawValue
        if code.kind == .unknown, let own = code.attributes["xmlns"], XLIFFName.isValid(name) {
            return try stranger(name, own, code.attributes) { try $0.content(code.content) }
        }
        let surrounds = name == "g" || name == "pc" || name == "mrk"
        if surrounds, code.kind == .endPaired || code.kind == .highlightEnd { return try raw("</\(name)>") }
        try open(name, code.attributes.filter { $0.name != "element" })
        if surrounds { return try raw(">") }
        guard !code.content.isEmpty else { return try raw("/>") }
        try raw(">")
        try content(code.content)
        try raw("</\(name)>")
    }

    /// What stands in a code of XLIFF 1.2.
    private mutating func content(_ content: [CodeContent]) throws {
        for part in content {
            switch part {
            case .text(let text): try writer.text(text)
            case .sub(let attributes, let inner):
                if let name = attributes["element"], let own = attributes["xmlns"], XLIFFName.isValid(name) {
                    try stranger(name, own, attributes) { markup in
                        var codes = XLIFFCodes1()
                        try markup.inline(codes.made(of: inner), hasCharacterCodes: false)
                    }
                    continue
                }
                let kept = attributes.filter { $0.name != "type" }
                let type = attributes["type"].map { [Attribute("ctype", $0.hasPrefix("x-") ? $0 : "x-\($0)")] } ?? []
                try open("sub", kept + type)
                try raw(">")
                var codes = XLIFFCodes1()
                try inline(codes.made(of: inner), hasCharacterCodes: false)
                try raw("</sub>")
            }
        }
    }

    /// An element of no XLIFF that stood in a text.
    private mutating func stranger(
        _ name: String, _ own: String, _ attributes: [Attribute], inside: (inout XLIFFMarkup) throws -> Void
    ) throws {
        let prefix = prefixes[own].map { "\($0):" } ?? ""
        try raw("<\(prefix)\(name)")
        if prefix.isEmpty, own != namespace { try declare("xmlns", own) }
        try self.attributes(attributes.filter { $0.name != "element" && $0.name != "xmlns" })
        try raw(">")
        try inside(&self)
        try raw("</\(prefix)\(name)>")
    }

    /// Text in which characters that no XML may hold become `cp` elements (XLIFF 2.1, section 4.2.3.1).
    mutating func textWithCharacterCodes(_ text: UTF8Text) throws {
        let bytes = text.bytes
        var start = 0
        var offset = 0
        while offset < bytes.count {
            var code: UInt32?
            var length = 1
            if bytes[offset] < 0x20, bytes[offset] > 0, ![0x09, 0x0A, 0x0D].contains(bytes[offset]) {
                code = UInt32(bytes[offset])
            } else if bytes[offset] == 0xEF, offset + 2 < bytes.count, bytes[offset + 1] == 0xBF,
                bytes[offset + 2] >= 0xBE
            {
                code = 0xFF00 | UInt32(0xC0 | bytes[offset + 2] & 0x3F)
                length = 3
            }
            if let code {
                try writer.text(text[start..<offset])
                let digits = String(code, radix: 16, uppercase: true)
                try raw("<cp hex=\"\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)\"/>")
                start = offset + length
            }
            offset += length
        }
        try writer.text(start == 0 ? text : text[start..<bytes.count])
    }

    /// An element as it was read.
    mutating func element(_ element: XLIFFElement) throws { try self.element(element, default: namespace) }

    private mutating func element(_ element: XLIFFElement, default current: String) throws {
        var inner = current
        var name = element.name
        if element.namespace != current {
            if let prefix = prefixes[element.namespace], !element.namespace.isEmpty {
                name = "\(prefix):\(name)"
            } else {
                inner = element.namespace
            }
        }
        try writer.raw("<\(name)")
        if inner != current { try declare("xmlns", inner) }
        try attributes(element.attributes)
        guard !element.content.isEmpty else { return try writer.raw("/>") }
        try writer.raw(">")
        for part in element.content {
            switch part {
            case .text(let text): try writer.text(text)
            case .element(let child): try self.element(child, default: inner)
            case .comment(let text): try comment(text)
            }
        }
        try writer.raw("</\(name)>")
    }

    mutating func comment(_ text: String) throws {
        // What a parser gave can be written; a comment of ours may hold no two hyphens.
        try writer.raw("<!--\(text)-->")
    }

    /// The prefix of a namespace with its colon, and what must be declared for it here.
    func prefix(of namespace: String) -> (name: String, declaration: [Attribute]) {
        if let prefix = prefixes[namespace] { return ("\(prefix):", []) }
        let names = [XLIFFModule.matches: "mtc", XLIFFModule.glossary: "gls"]
        let prefix = names[namespace] ?? "own"
        return ("\(prefix):", [Attribute("xmlns:\(prefix)", namespace)])
    }

    /// `{namespace}name` and `xml:name` taken apart.
    private static func parts(_ name: String) -> (namespace: String, name: String) {
        if name.utf8.starts(with: "xml:".utf8) { return (xml, String(name.dropFirst(4))) }
        guard name.utf8.first == UInt8(ascii: "{"), let end = name.lastIndex(of: "}") else { return ("", name) }
        return (String(name[name.index(after: name.startIndex)..<end]), String(name[name.index(after: end)...]))
    }

    private static let xml = "http://www.w3.org/XML/1998/namespace"
}
