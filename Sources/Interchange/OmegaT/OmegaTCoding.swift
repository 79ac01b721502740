internal import UnicodeText

/// The encoding a glossary names in a comment of its first line, `# -*- coding: utf-8 -*-`.
enum OmegaTCoding {
    /// - Returns: `nil` where it names none.
    /// - Throws: a `Diagnostic` for a name that means nothing.
    static func encoding(of bytes: [UInt8], file: String?) throws(Diagnostic) -> String? {
        let line = bytes.prefix(1024).prefix { $0 != 0x0A && $0 != 0x0D }
        let key = Array("coding:".utf8)
        guard line.first == UInt8(ascii: "#"),
            let place = line.indices.first(where: { line[$0...].starts(with: key) })
        else { return nil }
        let name = line[(place + key.count)...].drop { $0 == 0x20 }.prefix { $0 > 0x20 && $0 < 0x7F && $0 != 0x3B }
        let text = String(decoding: name, as: UTF8.self)
        guard let known = CharacterDecoder.canonicalName(text) else {
            throw Diagnostic(
                .error, code: "omegat.coding", file: file, line: 1, message: "the encoding \"\(text)\" is not known",
                hint: "save the file as UTF-8 and say so: # -*- coding: utf-8 -*-")
        }
        return known
    }
}
