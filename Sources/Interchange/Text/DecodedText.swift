internal import ByteXML
internal import UnicodeText

/// The text of a table or of lines, a piece at a time, in whatever encoding it is.
struct DecodedText {
    /// Whether all of it has been given.
    var isAtEnd: Bool { isRead && pending.isEmpty }

    private let source: ByteSource
    private let file: String?
    private var bytes: DetectingDecoder
    /// Line ends in the text that was given.
    private var lines = 0
    private var isRead = false
    private var pending: [UInt8] = []

    /// - Parameter encoding: the encoding that the first bytes name, `nil` to find it out; a byte order mark decides in
    ///   any case.
    init(
        _ source: @escaping ByteSource, file: String?,
        encoding: @escaping (_ head: [UInt8]) throws -> String? = { _ in nil }
    ) {
        self.source = source
        self.file = file
        bytes = DetectingDecoder(headLength: Self.headLength) { head in
            if let mark = EncodingDetector.byteOrderMark(head) { return mark }
            if let known = try encoding(head) {
                return EncodingDetector.Guess(encoding: known, confidence: 1, evidence: .forced)
            }
            guard let guess = EncodingDetector.detect(head) else {
                throw Diagnostic(.error, code: "encoding.binary", file: file, message: "this is no text")
            }
            return guess
        }
    }

    /// Bytes that the encoding is told by; smaller files are looked at whole.
    private static let headLength = 1 << 20

    /// The encoding and the length of the byte order mark; final at the end.
    var encoding: (name: String, markLength: Int) { (bytes.decoder?.encoding ?? "UTF-8", bytes.markLength) }

    /// The first piece, which `next` gives again.
    mutating func head() throws -> [UInt8] {
        pending = try next()
        return pending
    }

    /// The next piece, not empty before the end.
    ///
    /// - Throws: a `Diagnostic` with the line for bytes that are none of the encoding's, and what the source throws.
    mutating func next() throws -> [UInt8] {
        if !pending.isEmpty {
            defer { pending = [] }
            return pending
        }
        while !isRead {
            let piece = try source()
            isRead = piece.isEmpty
            let text: [UInt8]
            do {
                text = try isRead ? bytes.finish() : bytes.decode(piece)
            } catch let error as ICUError {
                throw Diagnostic(.error, code: "encoding.converter", file: file, message: "\(error)")
            }
            if bytes.decoder?.firstError != nil { throw invalid(text) }
            for byte in text where byte == 0x0A { lines += 1 }
            if !text.isEmpty { return text }
        }
        return []
    }

    private func invalid(_ text: [UInt8]) -> Diagnostic {
        let place = text.indices.first { text[$0...].starts(with: [0xEF, 0xBF, 0xBD]) } ?? text.count
        return Diagnostic(
            .error, code: "encoding.invalid-bytes", file: file,
            line: 1 + lines + text[..<place].count { $0 == 0x0A },
            message: "bytes that are not valid \(encoding.name)", hint: "save the file as UTF-8")
    }
}
