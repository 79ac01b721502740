internal import ByteXML
internal import TranslationMemory
internal import UnicodeText

/// Builds the text and codes of one `seg` (TMX 1.4b, section 5).
struct TMXSegmentBuilder {
    /// What is open: the segment or a `sub` (text and codes), a `hi` (nothing of its own), or a code.
    private enum Frame {
        case text(attributes: [Attribute], bytes: [UInt8], codes: [InlineCode])
        case highlight
        case code(InlineCode, bytes: [UInt8])
    }

    private var frames: [Frame] = [.text(attributes: [], bytes: [], codes: [])]
    private let limit: Int
    private var total = 0

    init(limit: Int) { self.limit = limit }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        total += bytes.count
        guard total <= limit else {
            throw Diagnostic(.error, code: "tmx.limit", message: "a segment is longer than \(limit) bytes")
        }
        let index = frames.lastIndex { if case .highlight = $0 { false } else { true } } ?? 0
        switch frames[index] {
        case .text(let attributes, var own, let codes):
            // Emptied first, so that the bytes are not copied.
            frames[index] = .highlight
            own.append(contentsOf: bytes)
            frames[index] = .text(attributes: attributes, bytes: own, codes: codes)
        case .code(let code, var own):
            frames[index] = .highlight
            own.append(contentsOf: bytes)
            frames[index] = .code(code, bytes: own)
        case .highlight:
            break
        }
    }

    mutating func open(_ element: XMLElement, _ place: XMLPlace) throws {
        let attributes = TMXHandler.attributes(element)
        switch element.name {
        case "sub":
            closeCodeText()
            frames.append(.text(attributes: attributes, bytes: [], codes: []))
        case "hi":
            append(InlineCode(kind: .highlightStart, position: position, attributes: attributes))
            frames.append(.highlight)
        default:
            // An element TMX does not know is kept as a placeholder by its name, so that nothing is lost.
            let kind = InlineCode.Kind(rawValue: element.name)
            var code = InlineCode(kind: kind ?? .unknown, position: position, attributes: attributes)
            if kind == nil { code.attributes.insert(Attribute("element", element.name), at: 0) }
            frames.append(.code(code, bytes: []))
        }
    }

    mutating func close(_ name: String) throws {
        guard frames.count > 1 else { return }
        switch frames[frames.count - 1] {
        case .highlight:
            frames.removeLast()
            append(InlineCode(kind: .highlightEnd, position: position))
        case .code:
            closeCodeText()
            guard case .code(let code, _) = frames.removeLast() else { return }
            append(code)
        case .text(let attributes, let bytes, let codes):
            frames.removeLast()
            let content = CodeContent.sub(attributes, InlineText(UTF8Text(unchecked: bytes), codes: codes))
            // A `sub` outside a code is no TMX; its text is the segment's then.
            if case .code(var code, let own)? = frames.last {
                frames[frames.count - 1] = .highlight
                code.content.append(content)
                frames[frames.count - 1] = .code(code, bytes: own)
            } else {
                try bytes.withUnsafeBufferPointer { try text($0) }
            }
        }
    }

    func finish() throws -> InlineText {
        guard case .text(_, let bytes, let codes) = frames[0] else { return InlineText("") }
        return InlineText(UTF8Text(unchecked: bytes), codes: codes)
    }

    /// Text of a code gathered so far becomes a piece of its content.
    private mutating func closeCodeText() {
        guard case .code(var code, let bytes)? = frames.last, !bytes.isEmpty else { return }
        frames[frames.count - 1] = .highlight
        code.content.append(.text(UTF8Text(unchecked: bytes)))
        frames[frames.count - 1] = .code(code, bytes: [])
    }

    /// Length of the text that is open.
    private var position: Int {
        for frame in frames.reversed() {
            if case .text(_, let bytes, _) = frame { return bytes.count }
        }
        return 0
    }

    private mutating func append(_ code: InlineCode) {
        guard let index = frames.lastIndex(where: { if case .text = $0 { true } else { false } }),
            case .text(let attributes, let bytes, var codes) = frames[index]
        else { return }
        frames[index] = .highlight
        codes.append(code)
        frames[index] = .text(attributes: attributes, bytes: bytes, codes: codes)
    }
}
