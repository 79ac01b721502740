public import UnicodeText

/// Decodes bytes that come in pieces, and hands them on as texts of whole lines.
///
/// In memory that does not grow with the input: a few megabytes; of a line longer than that come its pieces between
/// blanks.
public struct LineDecoder {
    /// What was noticed, complete after `finish`.
    public private(set) var diagnostics: [Diagnostic] = []
    /// The encoding, once it is known.
    public var encoding: String? { bytes.decoder?.encoding }

    private let name: String
    private var bytes: DetectingDecoder
    /// Decoded text of which the line is not complete.
    private var line: [UInt8] = []

    /// Lines longer than this, in bytes, are cut at a blank.
    private static let longLine = 4 * 1024 * 1024

    /// - Parameters:
    ///   - name: what messages call the input.
    ///   - encoding: the encoding where it is known; otherwise it is detected.
    public init(name: String, encoding: String? = nil) {
        self.name = name
        bytes = DetectingDecoder { try SourceText.guess($0, name: name, forced: encoding) }
    }

    /// Takes the next piece and hands out the text that is complete. O(piece).
    ///
    /// - Throws: a `Diagnostic` for bytes that are no text, and what `emit` throws.
    public mutating func add(_ piece: [UInt8], _ emit: (UTF8Text) throws -> Void) throws {
        try take(try decoding { try $0.decode(piece) }, emit)
    }

    /// Hands out the rest.
    public mutating func finish(_ emit: (UTF8Text) throws -> Void) throws {
        try take(try decoding { try $0.finish() }, emit)
        try flush(line.count, emit)
        guard let decoder = bytes.decoder, let first = decoder.firstError else { return }
        diagnostics.append(
            .invalidBytes(decoder.errorCount, firstAt: first, encoding: decoder.encoding, file: name))
    }

    private mutating func decoding(_ body: (inout DetectingDecoder) throws -> [UInt8]) throws -> [UInt8] {
        do { return try body(&bytes) } catch let error as ICUError {
            throw Diagnostic(.error, code: "encoding.converter", file: name, message: "cannot decode it: \(error)")
        }
    }

    private mutating func take(_ text: [UInt8], _ emit: (UTF8Text) throws -> Void) throws {
        guard !text.isEmpty else { return }
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
