internal import UnicodeText

/// Bytes of a file, a piece at a time: an empty piece is the end.
public typealias ByteSource = () throws -> [UInt8]

/// Feeds a file to a parser in whatever encoding it is.
///
/// UTF-8, UTF-16 with a byte order mark, ISO 8859-1 and US-ASCII stream through expat as they are. Any other encoding
/// the declaration names is decoded first, which takes the file whole into memory.
enum XMLSource {
    static func parse(
        _ next: ByteSource, file: String?, limits: XMLLimits, handler: any XMLHandler
    ) throws {
        var head: [UInt8] = []
        // The declaration stands in the first bytes; a pipe may give them one by one.
        while head.count < 1024 {
            let piece = try next()
            if piece.isEmpty { break }
            head += piece
        }
        guard !head.isEmpty else {
            throw Diagnostic(.error, code: "xml.empty", file: file, line: 1, column: 1, message: "the file is empty")
        }
        guard let foreign = foreignEncoding(head) else {
            let parser = XMLParser(file: file, limits: limits, handler: handler)
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
        guard let known = CharacterDecoder.canonicalName(foreign) else {
            throw Diagnostic(
                .error, code: "xml.encoding", file: file, line: 1, column: 1,
                message: "the declared encoding \"\(foreign)\" is not known")
        }
        let mark = EncodingDetector.byteOrderMarkLength(all)
        let decoded: CharacterDecoder.Result
        do {
            decoded = try CharacterDecoder.decode(all, from: mark, encoding: known)
        } catch {
            throw Diagnostic(
                .error, code: "xml.encoding", file: file, line: 1, column: 1,
                message: "cannot decode \(known): \(error)")
        }
        if let first = decoded.errors.first {
            let line = 1 + all[..<first].filter { $0 == 0x0A }.count
            throw Diagnostic(
                .error, code: "xml.encoding", file: file, line: line, message: "byte \(first) is not valid \(known)",
                hint: "the file is not in the encoding it declares")
        }
        let parser = XMLParser(file: file, limits: limits, encoding: "UTF-8", handler: handler)
        try decoded.text.bytes.withUnsafeBufferPointer { try parser.feed($0) }
        try parser.finish()
    }

    /// The encoding named in the declaration or by the mark, where expat cannot read it by itself.
    private static func foreignEncoding(_ head: [UInt8]) -> String? {
        if head.starts(with: [0xFF, 0xFE, 0, 0]) { return "UTF-32LE" }
        if head.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32BE" }
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return nil }
        let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard head[start...].starts(with: Array("<?xml".utf8)),
            let end = head[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        let declaration = Array(head[start..<end])
        guard let key = firstIndex(of: Array("encoding".utf8), in: declaration) else { return nil }
        var offset = key + 8
        while offset < declaration.count, declaration[offset] != 0x22, declaration[offset] != 0x27 { offset += 1 }
        guard offset < declaration.count,
            let close = declaration[(offset + 1)...].firstIndex(of: declaration[offset])
        else { return nil }
        let name = String(decoding: declaration[(offset + 1)..<close], as: UTF8.self)
        let upper = String(decoding: name.utf8.map { $0 >= 0x61 && $0 <= 0x7A ? $0 & 0xDF : $0 }, as: UTF8.self)
        // UTF-16 without a mark says so in ASCII: only by a wrong declaration, which expat reports.
        return ["UTF-8", "UTF-16", "ISO-8859-1", "US-ASCII"].contains(upper) ? nil : name
    }

    private static func firstIndex(of wanted: [UInt8], in bytes: [UInt8]) -> Int? {
        guard wanted.count <= bytes.count else { return nil }
        return (0...(bytes.count - wanted.count)).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
    }
}
