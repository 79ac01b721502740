internal import UnicodeText

/// Bytes of a file, a piece at a time: an empty piece is the end.
public typealias ByteSource = () throws -> [UInt8]

/// Feeds a file to a parser in whatever encoding it is, a piece at a time.
///
/// UTF-8, UTF-16, ISO 8859-1 and US-ASCII go to expat as they are; any other encoding the declaration names is decoded on the
/// way.
package enum XMLSource {
    /// - Parameter takesPlainElements: whether a handler of elements gets those in plain form the quicker way.
    /// - Returns: where the file ends.
    @discardableResult
    package static func parse(
        _ next: ByteSource, file: String?, limits: XMLLimits, takesPlainElements: Bool = true,
        handler: any XMLTagHandler
    ) throws -> XMLPlace {
        var head: [UInt8] = []
        // The declaration stands in the first bytes; a pipe may give them one by one.
        while head.count < 1024 {
            let piece = try next()
            if piece.isEmpty { break }
            // A file handed over whole is not copied.
            if head.isEmpty { head = piece } else { head += piece }
        }
        guard !head.isEmpty else {
            throw Diagnostic(.error, code: "xml.empty", file: file, line: 1, column: 1, message: "the file is empty")
        }
        let declared = DeclaredEncoding(head)
        let encoding: String?
        if case .foreign = declared { encoding = "UTF-8" } else { encoding = declared.override }
        let parser = XMLParser(file: file, limits: limits, encoding: encoding, handler: handler)
        var feeder = XMLFeeder(
            parser, handler, limits: limits, takesPlainElements: takesPlainElements && declared.becomesUTF8(head))
        if case .foreign(let foreign) = declared {
            try feed(&feeder, head, next, from: foreign, file: file)
        } else {
            var surrogates = declared.isUTF16(head).map { SurrogateCheck(isBigEndian: $0) }
            var piece = head
            head = []
            while !piece.isEmpty {
                if let check = surrogates?.passes(piece), !check, let place = surrogates {
                    throw Diagnostic(
                        .error, code: "xml.encoding", file: file, line: place.line, column: max(1, place.column),
                        message: "half of a surrogate pair in UTF-16",
                        hint: "a program cut a character in two; write it again there")
                }
                try feeder.feed(piece)
                piece = try next()
            }
        }
        try feeder.finish()
        return parser.place
    }

    private static func feed(
        _ feeder: inout XMLFeeder, _ head: [UInt8], _ next: ByteSource, from encoding: String, file: String?
    ) throws {
        let mark = EncodingDetector.byteOrderMarkLength(head)
        let decoder: StreamDecoder
        do {
            decoder = try StreamDecoder(encoding, at: mark)
        } catch {
            throw Diagnostic(
                .error, code: "xml.encoding", file: file, line: 1, column: 1,
                message: "cannot decode \(encoding): \(error)", hint: "save the file in UTF-8")
        }
        var piece = Array(head[mark...])
        var (line, column) = (1, 1)
        while true {
            let isLast = piece.isEmpty
            let text = try decoder.decode(piece, isLast: isLast)
            // Lines are counted in the text: in UTF-32 the byte of a line's end stands in other characters too.
            let isBroken = decoder.firstError != nil
            let end = isBroken ? text.indices.first { text[$0...].starts(with: [0xEF, 0xBF, 0xBD]) } : nil
            for byte in text[..<(end ?? text.count)] {
                if byte == 0x0A { (line, column) = (line + 1, 1) } else if byte & 0xC0 != 0x80 { column += 1 }
            }
            if isBroken, let place = decoder.firstError {
                throw Diagnostic(
                    .error, code: "xml.encoding", file: file, line: line, column: column,
                    message: "byte \(place) is not valid \(encoding)",
                    hint: "the file is not in the encoding it declares")
            }
            try feeder.feed(text)
            if isLast { return }
            piece = try next()
        }
    }
}
