internal import TranslationMemory
internal import UnicodeText

extension XLIFFUnitReader {
    /// The text of an element with its codes.
    ///
    /// - Parameter data: native codes of XLIFF 2 by their ids.
    func inline(_ element: XLIFFElement, _ data: [String: UTF8Text] = [:]) -> InlineText {
        var reader = XLIFFInlineReader(document: document, data: data)
        reader.read(element)
        return reader.result
    }

    func inline(_ element: XLIFFElement) -> InlineText { inline(element, [:]) }
}

/// Puts the text and the codes of an element in order (XLIFF 1.2, section 2.5; XLIFF 2.1, section 4.2.3).
struct XLIFFInlineReader {
    let document: XLIFFDocument
    let data: [String: UTF8Text]
    private var bytes: [UInt8] = []
    private var codes: [InlineCode] = []

    init(document: XLIFFDocument, data: [String: UTF8Text]) {
        self.document = document
        self.data = data
    }

    var result: InlineText { InlineText(UTF8Text(unchecked: bytes), codes: codes) }

    mutating func read(_ element: XLIFFElement) {
        for part in element.content {
            switch part {
            case .text(let text): bytes += text.bytes
            case .comment: break
            case .element(let child):
                guard child.namespace == document.namespace else {
                    stranger(child)
                    continue
                }
                if document.isFirst { code1(child) } else { code2(child) }
            }
        }
    }

    private mutating func append(_ kind: InlineCode.Kind, _ attributes: [Attribute], _ content: [CodeContent] = []) {
        codes.append(InlineCode(kind: kind, position: bytes.count, attributes: attributes, content: content))
    }

    /// An element around text: a code at each end.
    private mutating func surround(_ element: XLIFFElement, _ start: InlineCode.Kind, _ end: InlineCode.Kind) {
        let name = Attribute("element", element.name)
        append(start, [name] + element.attributes)
        read(element)
        append(end, [name] + element.attributes.filter { $0.name == "id" || $0.name == "mid" })
    }

    private mutating func code1(_ element: XLIFFElement) {
        let named = [Attribute("element", element.name)] + element.attributes
        switch element.name {
        case "g": surround(element, .beginPaired, .endPaired)
        case "mrk": surround(element, .highlightStart, .highlightEnd)
        case "x": append(.placeholder, named)
        case "bx": append(.beginPaired, named)
        case "ex": append(.endPaired, named)
        case "bpt": append(.beginPaired, element.attributes, content(of: element))
        case "ept": append(.endPaired, element.attributes, content(of: element))
        case "it": append(.isolated, element.attributes, content(of: element))
        case "ph": append(.placeholder, element.attributes, content(of: element))
        // Translatable text that stands outside a code.
        case "sub": read(element)
        default: stranger(element)
        }
    }

    private mutating func code2(_ element: XLIFFElement) {
        let named = [Attribute("element", element.name)] + element.attributes
        let isIsolated = element.attributes["isolated"] == "yes"
        switch element.name {
        case "pc":
            append(.beginPaired, named, native(element, "dataRefStart"))
            read(element)
            append(
                .endPaired, Array(named.prefix(1)) + element.attributes.filter { $0.name == "id" },
                native(element, "dataRefEnd"))
        case "mrk": surround(element, .highlightStart, .highlightEnd)
        case "sm": append(.highlightStart, named)
        case "em": append(.highlightEnd, named)
        case "ph": append(.placeholder, element.attributes, native(element, "dataRef"))
        case "sc": append(isIsolated ? .isolated : .beginPaired, named, native(element, "dataRef"))
        case "ec": append(isIsolated ? .isolated : .endPaired, named, native(element, "dataRef"))
        case "cp":
            if let scalar = Self.scalar(element) {
                bytes += String(Character(scalar)).utf8
            } else {
                append(.placeholder, named)
            }
        default: stranger(element)
        }
    }

    private func native(_ element: XLIFFElement, _ name: String) -> [CodeContent] {
        guard let id = element.attributes[name], let text = data[id] else { return [] }
        return [.text(text)]
    }

    /// The character of a `cp`; NUL and what is no character stay codes.
    private static func scalar(_ element: XLIFFElement) -> Unicode.Scalar? {
        guard let value = element.attributes["hex"].flatMap({ UInt32($0, radix: 16) }), value > 0 else { return nil }
        return Unicode.Scalar(value)
    }

    /// An element that no XLIFF has there is a code of its own name.
    private mutating func stranger(_ element: XLIFFElement) {
        let head = [Attribute("element", element.name), Attribute("xmlns", element.namespace)]
        append(.unknown, head + element.attributes, content(of: element))
    }

    /// What stands in a native code: its text, and translatable text within.
    private func content(of element: XLIFFElement) -> [CodeContent] {
        element.content.compactMap { part in
            switch part {
            case .text(let text): return .text(text)
            case .comment: return nil
            case .element(let child):
                var reader = XLIFFInlineReader(document: document, data: data)
                reader.read(child)
                let name = child.name == "sub" && child.namespace == document.namespace
                let head =
                    name ? [] : [Attribute("element", child.name), Attribute("xmlns", child.namespace)]
                return .sub(head + child.attributes, reader.result)
            }
        }
    }

    /// The text of a `data` element, with the characters that XML cannot hold.
    static func characters(_ element: XLIFFElement) -> UTF8Text {
        var bytes: [UInt8] = []
        for part in element.content {
            switch part {
            case .text(let text): bytes += text.bytes
            case .comment: break
            case .element(let child):
                if let scalar = scalar(child) { bytes += String(Character(scalar)).utf8 }
            }
        }
        return UTF8Text(unchecked: bytes)
    }
}
