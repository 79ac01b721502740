public import UnicodeText

/// Decodes bytes that come in pieces, and hands them on as texts of whole lines.
///
/// In memory that does not grow with the input: a few megabytes; of a line longer than that come its pieces between
/// blanks.
public struct LineDecoder {
    /// What was noticed, complete after `finish`.
    public private(set) var diagnostics: [Diagnostic] = []
    /// The encoding, once it is known.
    public var encoding: String? { decoder?.encoding }

    private let name: String
    private let forced: String?
    /// Bytes read before the encoding could be told.
    private var head: [UInt8] = []
    private var decoder: StreamDecoder?
    /// Whether all so far was ASCII, so that what follows may still be in any encoding.
    private var isOpen = true
    /// The ASCII that came last, by which what follows is told too: a few bytes alone may look like no text at all.
    private var recent: [[UInt8]] = []
    private var recentCount = 0
    /// Bytes handed to decoders so far.
    private var position = 0
    /// Decoded text of which the line is not complete.
    private var line: [UInt8] = []

    /// What encodings are told by, in bytes.
    private static let headLength = 256 * 1024
    /// As many bytes as the test for binary data looks at.
    private static let recentLength = 64 * 1024
    /// Lines longer than this, in bytes, are cut at a blank.
    private static let longLine = 4 * 1024 * 1024

    /// - Parameters:
    ///   - name: what messages call the input.
    ///   - encoding: the encoding where it is known; otherwise it is detected.
    public init(name: String, encoding: String? = nil) {
        self.name = name
        forced = encoding
    }

    /// Takes the next piece and hands out the text that is complete. O(piece).
    ///
    /// - Throws: a `Diagnostic` for bytes that are no text, and what `emit` throws.
    public mutating func add(_ piece: [UInt8], _ emit: (UTF8Text) throws -> Void) throws {
        guard isOpen else { return try decode(piece, isLast: false, emit) }
        if head.isEmpty, decoder != nil, isPlain(piece) {
            remember(piece)
            return try decode(piece, isLast: false, emit)
        }
        head += piece
        if head.count >= Self.headLength { try settle(emit) }
    }

    /// Hands out the rest.
    public mutating func finish(_ emit: (UTF8Text) throws -> Void) throws {
        if !head.isEmpty { try settle(emit) }
        if decoder != nil { try decode([], isLast: true, emit) }
        try flush(line.count, emit)
        guard let decoder, let first = decoder.firstError else { return }
        diagnostics.append(
            .invalidBytes(decoder.errorCount, firstAt: first, encoding: decoder.encoding, file: name))
    }

    /// ASCII without an escape, be it one of HZ, which could begin an encoding of its own.
    private func isPlain(_ piece: [UInt8]) -> Bool {
        isASCII(piece) && !holds(0x1B, in: piece) && !holds(UInt8(ascii: "~"), in: piece)
    }

    private mutating func remember(_ piece: [UInt8]) {
        // Large pieces are kept as they are, small ones are put together.
        if let last = recent.last, last.count + piece.count <= Self.recentLength / 4 {
            recent[recent.count - 1] += piece
        } else {
            recent.append(piece)
        }
        recentCount += piece.count
        while let first = recent.first, recentCount - first.count >= Self.recentLength {
            recent.removeFirst()
            recentCount -= first.count
        }
    }

    /// Tells the encoding by what has been kept.
    private mutating func settle(_ emit: (UTF8Text) throws -> Void) throws {
        let bytes = head
        head = []
        // A byte order mark stands at the very beginning or is none.
        let guess = try SourceText.guess(recent.flatMap { $0 } + bytes, name: name, forced: forced)
        isOpen = guess.evidence == .ascii
        if isOpen {
            remember(bytes)
        } else {
            recent = []
        }
        if decoder == nil || decoder?.encoding != guess.encoding {
            do {
                decoder = try StreamDecoder(guess.encoding, at: position + guess.markLength)
            } catch {
                throw Diagnostic(
                    .error, code: "encoding.converter", file: name,
                    message: "cannot decode \(guess.encoding): \(error)")
            }
        }
        position += guess.markLength
        try decode(guess.markLength > 0 ? Array(bytes[guess.markLength...]) : bytes, isLast: false, emit)
    }

    private mutating func decode(_ piece: [UInt8], isLast: Bool, _ emit: (UTF8Text) throws -> Void) throws {
        position += piece.count
        guard let text = try decoder?.decode(piece, isLast: isLast), !text.isEmpty else { return }
        if line.isEmpty { line = text } else { line += text }
        if let end = text.lastIndex(of: 0x0A) {
            try flush(line.count - (text.count - 1 - end), emit)
        } else if line.count > Self.longLine {
            try flush(longLineCut, emit)
        }
    }

    /// Where a line that is too long is cut: behind the last blank, else before the last character.
    private var longLineCut: Int {
        if let blank = line.lastIndex(of: 0x20) { return blank + 1 }
        return line.lastIndex { $0 & 0xC0 != 0x80 } ?? line.count
    }

    /// Hands out the first bytes of what is kept.
    private mutating func flush(_ count: Int, _ emit: (UTF8Text) throws -> Void) throws {
        guard count > 0 else { return }
        var bytes = line
        if count == line.count {
            line = []
        } else {
            line = Array(bytes[count...])
            bytes.removeLast(bytes.count - count)
        }
        try emit(UTF8Text(unchecked: bytes))
    }
}
