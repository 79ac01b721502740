internal import UnicodeText

/// Bytes of a file, a piece at a time: an empty piece is the end.
public typealias ByteSource = () throws -> [UInt8]

/// Feeds a file to a parser in whatever encoding it is.
///
/// UTF-8, UTF-16, ISO 8859-1 and US-ASCII stream through expat as they are. Any other encoding the declaration names is
/// decoded first, which takes the file whole into memory.
package enum XMLSource {
    package static func parse(
        _ next: ByteSource, file: String?, limits: XMLLimits, handler: any XMLTagHandler
    ) throws {
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
        guard case .foreign(let foreign) = declared else {
            let parser = XMLParser(file: file, limits: limits, encoding: declared.override, handler: handler)
            try head.withUnsafeBufferPointer { try parser.feed($0) }
            while true {
                let piece = try next()
                if piece.isEmpty { break }
                try piece.withUnsafeBufferPointer { try parser.feed($0) }
            }
            return try parser.finish()
        }
        var all = head
        while true {
            let piece = try next()
            if piece.isEmpty { break }
            all += piece
        }
        let mark = EncodingDetector.byteOrderMarkLength(all)
        let decoded: CharacterDecoder.Result
        do {
            decoded = try CharacterDecoder.decode(all, from: mark, encoding: foreign)
        } catch {
            throw Diagnostic(
                .error, code: "xml.encoding", file: file, line: 1, column: 1,
                message: "cannot decode \(foreign): \(error)")
        }
        if let first = decoded.errors.first {
            let line = 1 + all[..<first].filter { $0 == 0x0A }.count
            throw Diagnostic(
                .error, code: "xml.encoding", file: file, line: line, message: "byte \(first) is not valid \(foreign)",
                hint: "the file is not in the encoding it declares")
        }
        let parser = XMLParser(file: file, limits: limits, encoding: "UTF-8", handler: handler)
        try decoded.text.bytes.withUnsafeBufferPointer { try parser.feed($0) }
        try parser.finish()
    }
}
