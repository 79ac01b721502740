internal import ByteXML
internal import UnicodeText

/// The lines of a PO file in UTF-8, decoded by the byte order mark or the charset that the header names.
struct POLines {
    let file: String?
    let limit: Int

    /// How far into the file a header is looked for.
    private static let headLength = 16 * 1024

    func read(_ source: ByteSource, line: (ArraySlice<UInt8>, Int) throws -> Void) throws {
        var head: [UInt8] = []
        while head.count < Self.headLength {
            let piece = try source()
            if piece.isEmpty { break }
            head += piece
        }
        guard !head.isEmpty else {
            throw Diagnostic(.error, code: "po.empty", file: file, line: 1, message: "the file is empty")
        }
        let mark = EncodingDetector.byteOrderMarkLength(head)
        let encoding = try encoding(of: head, mark: mark)
        let decoder = try encoding == "UTF-8" ? nil : decoder(encoding, at: mark)
        var rest = Array(head[mark...])
        var pending: [UInt8] = []
        /// How much of it was searched for a line's end.
        var searched = 0
        var number = 0
        var isLast = false
        while true {
            if let decoder {
                rest = try decoder.decode(rest, isLast: isLast)
                if decoder.firstError != nil { throw broken(rest, encoding, number + 1) }
            }
            pending += rest
            var start = 0
            while let end = pending[max(start, searched)...].firstIndex(of: 0x0A) {
                number += 1
                try give(pending[start..<end], number, line)
                start = end + 1
            }
            pending.removeFirst(start)
            searched = pending.count
            guard pending.count <= limit else {
                throw Diagnostic(
                    .error, code: "po.limit", file: file, line: number + 1,
                    message: "a line is longer than \(limit) bytes")
            }
            if isLast { break }
            rest = try source()
            isLast = rest.isEmpty
        }
        if !pending.isEmpty { try give(pending[...], number + 1, line) }
    }

    private func give(_ bytes: ArraySlice<UInt8>, _ number: Int, _ line: (ArraySlice<UInt8>, Int) throws -> Void) throws
    {
        let content = bytes.last == 0x0D ? bytes.dropLast() : bytes
        if let place = content.withUnsafeBufferPointer({ UTF8Validation.firstError(in: $0) }) {
            throw Diagnostic(
                .error, code: "po.encoding", file: file, line: number, column: place + 1,
                message: "bytes that are no UTF-8",
                hint: "the header names the charset: Content-Type: text/plain; charset=…")
        }
        try line(content, number)
    }

    private func decoder(_ encoding: String, at position: Int) throws -> StreamDecoder {
        do {
            return try StreamDecoder(encoding, at: position)
        } catch {
            throw Diagnostic(
                .error, code: "po.charset", file: file, line: 1, message: "cannot decode \(encoding): \(error)")
        }
    }

    private func broken(_ decoded: [UInt8], _ encoding: String, _ line: Int) -> Diagnostic {
        let place = decoded.indices.first { decoded[$0...].starts(with: [0xEF, 0xBF, 0xBD]) } ?? decoded.count
        return Diagnostic(
            .error, code: "po.encoding", file: file, line: line + decoded[..<place].filter { $0 == 0x0A }.count,
            message: "bytes that are not valid \(encoding)", hint: "the file is not in the charset its header names")
    }

    private func encoding(of head: [UInt8], mark: Int) throws -> String {
        if mark > 0, let guess = EncodingDetector.detect(Array(head.prefix(1024))) { return guess.encoding }
        guard let name = Self.charset(head) else { return "UTF-8" }
        guard let known = CharacterDecoder.canonicalName(name) else {
            throw Diagnostic(
                .error, code: "po.charset", file: file, line: 1,
                message: "the charset \(name) of the header is not known",
                hint: "convert the file to UTF-8 and say so in its header")
        }
        return known == "US-ASCII" ? "UTF-8" : known
    }

    /// The value of `charset=` in the header; `nil` for none, and for the word that templates have there.
    private static func charset(_ head: [UInt8]) -> String? {
        var (sawMessage, sawTranslation) = (false, false)
        for line in head.split(separator: 0x0A) {
            let line = line.drop { $0 == 0x20 || $0 == 0x09 }
            if line.first == UInt8(ascii: "#") { continue }
            // The header is the translation of the first message, which is empty; in others the words mean nothing.
            if line.starts(with: "msgid".utf8) {
                guard !sawMessage, isEmpty(line.dropFirst(5)) else { return nil }
                sawMessage = true
            } else if line.starts(with: "msgctxt".utf8) {
                return nil
            } else if line.starts(with: "msgstr".utf8) {
                sawTranslation = true
            } else if !sawTranslation, line.first == UInt8(ascii: "\""), !isEmpty(line) {
                return nil
            }
            guard let name = POCharset.range(in: line) else { continue }
            let text = String(decoding: line[name], as: UTF8.self)
            return text.isEmpty || text.lowercased() == "charset" ? nil : text
        }
        return nil
    }

    /// Whether the rest of a line is an empty text in quotes.
    private static func isEmpty(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }.elementsEqual("\"\"".utf8)
    }
}
