internal import ByteXML
internal import TranslationMemory
internal import UnicodeText

/// Builds the text and codes of one `seg` after another (TMX 1.4b, section 5).
struct TMXSegmentBuilder {
    /// What is open within the segment: a `sub` (text and codes), a `hi` (nothing of its own), or a code.
    private enum Frame {
        case text(attributes: [Attribute], bytes: [UInt8], codes: [InlineCode])
        case highlight
        case code(InlineCode, bytes: [UInt8])
    }

    private var bytes: [UInt8] = []
    private var codes: [InlineCode] = []
    private var frames: [Frame] = []
    /// Bytes of text so far, and something for each code.
    private(set) var size = 0

    /// Begins a segment. The room of an ordinary one is kept.
    mutating func reset() {
        bytes.removeAll(keepingCapacity: bytes.count < 1 << 16)
        codes = []
        frames = []
        size = 0
    }

    mutating func text(_ new: UnsafeBufferPointer<UInt8>) {
        size += new.count
        guard let index = frames.lastIndex(where: { if case .highlight = $0 { false } else { true } }) else {
            return bytes.append(contentsOf: new)
        }
        switch frames[index] {
        case .text(let attributes, var own, let codes):
            // Emptied first, so that the bytes are not copied.
            frames[index] = .highlight
            own.append(contentsOf: new)
            frames[index] = .text(attributes: attributes, bytes: own, codes: codes)
        case .code(let code, var own):
            frames[index] = .highlight
            own.append(contentsOf: new)
            frames[index] = .code(code, bytes: own)
        case .highlight:
            break
        }
    }

    mutating func open(_ tag: XMLTag) {
        let attributes = tag.tmxAttributes()
        size += attributes.reduce(64) { $0 + 32 + $1.name.utf8.count + $1.value.utf8.count }
        let name = tag.name.local
        if name.equals("sub") {
            closeCodeText()
            frames.append(.text(attributes: attributes, bytes: [], codes: []))
        } else if name.equals("hi") {
            append(InlineCode(kind: .highlightStart, position: position, attributes: attributes))
            frames.append(.highlight)
        } else {
            // An element TMX does not know is kept as a placeholder by its name, so that nothing is lost.
            let kind = InlineCode.Kind(rawValue: name.text)
            var code = InlineCode(kind: kind ?? .unknown, position: position, attributes: attributes)
            if kind == nil { code.attributes.insert(Attribute("element", name.text), at: 0) }
            frames.append(.code(code, bytes: []))
        }
    }

    mutating func close() {
        guard let last = frames.last else { return }
        switch last {
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
                bytes.withUnsafeBufferPointer { text($0) }
            }
        }
    }

    func finish() -> InlineText {
        // A copy of just the length, for the room is used again.
        let copy = bytes.withUnsafeBufferPointer { Array($0) }
        return InlineText(UTF8Text(unchecked: copy), codes: codes)
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
        return bytes.count
    }

    private mutating func append(_ code: InlineCode) {
        guard let index = frames.lastIndex(where: { if case .text = $0 { true } else { false } }),
            case .text(let attributes, let bytes, var own) = frames[index]
        else { return codes.append(code) }
        frames[index] = .highlight
        own.append(code)
        frames[index] = .text(attributes: attributes, bytes: bytes, codes: own)
    }
}
