internal import ByteXML
internal import UnicodeText

/// The lines of a text in UTF-8 that comes in pieces. Memory does not grow with the text.
struct MosesLines {
    private let source: ByteSource
    private let file: String?
    private let limit: Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    /// Lines given so far.
    private(set) var count = 0

    init(_ source: @escaping ByteSource, file: String?, limit: Int) {
        self.source = source
        self.file = file
        self.limit = limit
    }

    /// The next line without its end, `nil` at the end of the text.
    mutating func next() throws -> UTF8Text? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return try line(buffer[start..<end])
            }
            if isAtEnd {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                return try line(buffer[start...])
            }
            guard buffer.count - start <= limit else {
                throw Diagnostic(
                    .error, code: "moses.limit", file: file, line: count + 1,
                    message: "the line is longer than \(limit) bytes")
            }
            let piece = try source()
            isAtEnd = piece.isEmpty
            buffer.removeFirst(start)
            start = 0
            searched = buffer.count
            buffer += piece
        }
    }

    private mutating func line(_ bytes: ArraySlice<UInt8>) throws -> UTF8Text {
        count += 1
        var bytes = bytes.last == 0x0D ? bytes.dropLast() : bytes
        if count == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        if let place = bytes.withUnsafeBufferPointer({ UTF8Validation.firstError(in: $0) }) {
            throw Diagnostic(
                .error, code: "encoding.invalid-bytes", file: file, line: count,
                message: "byte \(place + 1) is no UTF-8",
                hint: "parallel texts must be UTF-8")
        }
        return UTF8Text(unchecked: bytes)
    }
}
