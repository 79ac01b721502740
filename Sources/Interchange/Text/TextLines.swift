internal import ByteXML
internal import UnicodeText

/// The lines of a text that comes in pieces. Held at once is a line, or a piece.
struct TextLines {
    private var text: DecodedText
    private let limit: Int
    private let code: String
    private let file: String?
    private var buffer: [UInt8] = []
    private var start = 0
    /// Lines given so far.
    private(set) var count = 0

    /// - Parameters:
    ///   - limit: longest line in bytes.
    ///   - code: that of the error for a longer one.
    init(_ text: DecodedText, limit: Int, code: String = "table.limit", file: String?) {
        self.text = text
        self.limit = limit
        self.code = code
        self.file = file
    }

    /// The next line with its number, its end taken off; `nil` at the end of the text.
    mutating func next() throws -> (number: Int, text: UTF8Text)? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return try line(buffer[start..<end])
            }
            if text.isAtEnd {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                return try line(buffer[start...])
            }
            guard buffer.count - start <= limit else { throw tooLong(count + 1) }
            buffer.removeFirst(start)
            start = 0
            searched = buffer.count
            buffer += try text.next()
        }
    }

    private mutating func line(_ bytes: ArraySlice<UInt8>) throws -> (number: Int, text: UTF8Text) {
        count += 1
        guard bytes.count <= limit else { throw tooLong(count) }
        return (count, UTF8Text(unchecked: bytes.last == 0x0D ? bytes.dropLast() : bytes))
    }

    private func tooLong(_ line: Int) -> Diagnostic {
        Diagnostic(
            .error, code: code, file: file, line: line, message: "the line is longer than \(limit) bytes")
    }
}
