public import UnicodeText

/// The bytes of one piece of press copy and the text they decode to.
///
/// The bytes are kept as they came; every later range leads back to them.
public struct SourceText: Sendable {
    /// File name, or `-`.
    public let name: String
    public let bytes: [UInt8]
    /// IANA name of the encoding.
    public let encoding: String
    public let evidence: EncodingDetector.Evidence
    /// 0...1.
    public let confidence: Double
    /// Other encodings in which the bytes are the same text.
    public let equivalents: [String]
    public let text: UTF8Text
    public let offsets: OffsetRuns
    public let diagnostics: [Diagnostic]

    /// Decodes bytes in the encoding they are found to be in, or in the one given.
    ///
    /// Bytes that mean nothing in the encoding become U+FFFD, each reported.
    /// - Throws: a `Diagnostic` for bytes that are no text, or an encoding ICU does not know.
    public init(_ bytes: [UInt8], name: String = "-", encoding forced: String? = nil) throws(Diagnostic) {
        let guess = try Self.guess(bytes, name: name, forced: forced)
        let decoded: CharacterDecoder.Result
        do {
            decoded =
                guess.isWellFormed
                ? CharacterDecoder.Result(wellFormed: bytes)
                : try CharacterDecoder.decode(bytes, from: guess.markLength, encoding: guess.encoding)
        } catch {
            throw Diagnostic(
                .error, code: "encoding.converter", file: name, message: "cannot decode \(guess.encoding): \(error)")
        }
        self.name = name
        self.bytes = bytes
        self.encoding = guess.encoding
        self.evidence = guess.evidence
        self.confidence = guess.confidence
        self.equivalents = guess.equivalents
        self.text = decoded.text
        self.offsets = decoded.offsets
        self.diagnostics = Self.report(decoded.errors, in: bytes, name: name, encoding: guess.encoding)
    }

    /// A text that is already UTF-8.
    public init(_ text: UTF8Text, name: String = "-") {
        self.name = name
        bytes = text.bytes
        encoding = "UTF-8"
        evidence = isASCII(text.bytes) ? .ascii : .utf8
        confidence = 1
        equivalents = []
        self.text = text
        offsets = OffsetRuns(identity: text.count)
        diagnostics = []
    }

    /// The bytes of the file that a range of a block's text came from.
    public func source(of range: ByteRange, in block: Block) -> ByteRange {
        offsets.source(of: block.decodedRange(of: range))
    }

    /// The bytes of the file a block was made of.
    public func source(of block: Block) -> ByteRange { offsets.source(of: block.extent) }

    static func guess(
        _ bytes: [UInt8], name: String, forced: String?
    ) throws(Diagnostic) -> EncodingDetector.Guess {
        if let forced {
            guard let known = CharacterDecoder.canonicalName(forced) else {
                throw Diagnostic(
                    .error, code: "encoding.unknown", file: name, message: "no encoding is called \"\(forced)\"",
                    hint: "use an IANA name such as windows-1252, ISO-8859-1, GB18030")
            }
            let mark = EncodingDetector.byteOrderMark(bytes).map { $0.encoding == known ? $0.markLength : 0 } ?? 0
            return EncodingDetector.Guess(encoding: known, confidence: 1, evidence: .forced, markLength: mark)
        }
        guard let found = EncodingDetector.detect(bytes) else {
            throw Diagnostic(
                .error, code: "encoding.binary", file: name, message: "this is no text" + controls(in: bytes),
                hint: "if it is, name its encoding with --encoding")
        }
        return found
    }

    /// Why bytes are no text.
    private static func controls(in bytes: [UInt8]) -> String {
        let places = bytes.prefix(64 * 1024).indices.filter { bytes[$0] < 0x20 && !(0x09...0x0D ~= bytes[$0]) }
        guard let first = places.first else { return "" }
        let count = places.count == 1 ? "a control character" : "\(places.count) control characters, the first"
        return ": \(count) at byte \(first)"
    }

    private static func report(_ errors: [Int], in bytes: [UInt8], name: String, encoding: String) -> [Diagnostic] {
        guard let first = errors.first else { return [] }
        let line = bytes[..<first].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        return [.invalidBytes(errors.count, firstAt: first, line: line, encoding: encoding, file: name)]
    }
}
