/// Decodes bytes that come in pieces, in the encoding that they turn out to be in.
///
/// What begins with much ASCII may still go on in any encoding. In memory that does not grow with the input.
public struct DetectingDecoder {
    /// What the text is decoded with now, `nil` before the first text.
    public private(set) var decoder: StreamDecoder?
    /// Length of the byte order mark, once it has been seen.
    public private(set) var markLength = 0

    private let guess: (_ bytes: [UInt8]) throws -> EncodingDetector.Guess
    /// Bytes read before the encoding could be told.
    private var head: [UInt8] = []
    private let headLength: Int
    /// Whether all so far was ASCII, so that what follows may still be in any encoding.
    private var isOpen = true
    /// The ASCII that came last, by which what follows is told too: a few bytes alone may look like no text at all.
    private var recent: [[UInt8]] = []
    private var recentCount = 0
    /// Bytes handed to decoders so far.
    private var position = 0

    /// As many bytes as the test for binary data looks at.
    private static let recentLength = 64 * 1024

    /// - Parameters:
    ///   - headLength: how many bytes encodings are told by.
    ///   - guess: tells the encoding; it throws for bytes that are no text.
    public init(headLength: Int = 256 * 1024, guess: @escaping (_ bytes: [UInt8]) throws -> EncodingDetector.Guess) {
        self.headLength = headLength
        self.guess = guess
    }

    /// The text of the next piece, as far as it is known. O(piece).
    ///
    /// - Throws: what `guess` throws, and `ICUError`.
    public mutating func decode(_ piece: [UInt8]) throws -> [UInt8] {
        guard isOpen else { return try text(of: piece, isLast: false) }
        if head.isEmpty, decoder != nil, Self.isPlain(piece) {
            remember(piece)
            return try text(of: piece, isLast: false)
        }
        head += piece
        return head.count >= headLength ? try settle() : []
    }

    /// The rest of the text.
    public mutating func finish() throws -> [UInt8] {
        let text = head.isEmpty ? [] : try settle()
        return decoder == nil ? text : text + (try self.text(of: [], isLast: true))
    }

    /// ASCII without an escape, be it one of HZ, which could begin an encoding of its own.
    private static func isPlain(_ piece: [UInt8]) -> Bool {
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

    /// Tells the encoding by what has been kept, and decodes that.
    private mutating func settle() throws -> [UInt8] {
        var bytes = head
        head = []
        // A byte order mark stands at the very beginning or is none.
        let guess = try guess(recent.flatMap { $0 } + bytes)
        isOpen = guess.evidence == .ascii
        if isOpen {
            remember(bytes)
        } else {
            recent = []
        }
        if decoder == nil || decoder?.encoding != guess.encoding {
            decoder = try StreamDecoder(guess.encoding, at: position + guess.markLength)
        }
        if guess.markLength > 0 {
            markLength = guess.markLength
            position += guess.markLength
            bytes.removeFirst(guess.markLength)
        }
        return try text(of: bytes, isLast: false)
    }

    private mutating func text(of piece: [UInt8], isLast: Bool) throws -> [UInt8] {
        position += piece.count
        return try decoder?.decode(piece, isLast: isLast) ?? []
    }
}
