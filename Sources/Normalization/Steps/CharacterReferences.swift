public import UnicodeText

/// Resolves HTML character references that were left in plain text: "&amp;", "&nbsp;", "&#8217;".
public struct CharacterReferences: Step {
    public init() {}

    public func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        guard text.bytes.contains(UInt8(ascii: "&")) else { return (text, EditMap(identity: text.count)) }
        var rewriter = TextRewriter(text)
        var offset = 0
        while let start = text.bytes[offset...].firstIndex(of: UInt8(ascii: "&")) {
            offset = start + 1
            let limit = min(text.count, start + Self.maximumLength)
            guard let end = text.bytes[offset..<limit].firstIndex(of: UInt8(ascii: ";")) else { continue }
            guard let meant = Self.scalar(text.bytes[offset..<end]) else { continue }
            var bytes: [UInt8] = []
            bytes.append(meant)
            rewriter.replace(start..<end + 1, with: bytes, rule: "character-reference")
            offset = end + 1
        }
        return rewriter.finish()
    }

    private static let maximumLength = 12

    private static func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard name.first == UInt8(ascii: "#") else {
            return named[String(decoding: name, as: UTF8.self)]
        }
        let digits = name.dropFirst()
        let isHexadecimal = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
        let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
        guard let value = UInt32(text, radix: isHexadecimal ? 16 : 10), value >= 0x20 else { return nil }
        // References to 128...159 mean windows-1252 in every browser (HTML, section 13.2.5.80).
        if (0x80...0x9F).contains(value) { return SingleByteEncoding.windows1252.scalar(for: UInt8(value)) }
        return Unicode.Scalar(value)
    }

    /// The references press copy shows: those of HTML 4 that Latin-script newsrooms type, and XML's five.
    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "iexcl": "¡", "cent": "¢",
        "pound": "£", "yen": "¥", "sect": "§", "copy": "©", "laquo": "«", "raquo": "»", "reg": "®", "deg": "°",
        "plusmn": "±", "sup2": "²", "sup3": "³", "micro": "µ", "para": "¶", "middot": "·", "ordf": "ª", "ordm": "º",
        "frac14": "¼", "frac12": "½", "frac34": "¾", "iquest": "¿", "times": "×", "divide": "÷", "euro": "€",
        "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”",
        "bdquo": "„", "lsaquo": "‹", "rsaquo": "›", "bull": "•", "hellip": "…", "trade": "™", "prime": "′",
        "Agrave": "À", "Aacute": "Á", "Acirc": "Â", "Atilde": "Ã", "Auml": "Ä", "Aring": "Å", "AElig": "Æ",
        "Ccedil": "Ç", "Egrave": "È", "Eacute": "É", "Ecirc": "Ê", "Euml": "Ë", "Igrave": "Ì", "Iacute": "Í",
        "Icirc": "Î", "Iuml": "Ï", "Ntilde": "Ñ", "Ograve": "Ò", "Oacute": "Ó", "Ocirc": "Ô", "Otilde": "Õ",
        "Ouml": "Ö", "Oslash": "Ø", "Ugrave": "Ù", "Uacute": "Ú", "Ucirc": "Û", "Uuml": "Ü", "Yacute": "Ý",
        "szlig": "ß", "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "auml": "ä", "aring": "å",
        "aelig": "æ", "ccedil": "ç", "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë", "igrave": "ì",
        "iacute": "í", "icirc": "î", "iuml": "ï", "ntilde": "ñ", "ograve": "ò", "oacute": "ó", "ocirc": "ô",
        "otilde": "õ", "ouml": "ö", "oslash": "ø", "ugrave": "ù", "uacute": "ú", "ucirc": "û", "uuml": "ü",
        "yacute": "ý", "yuml": "ÿ", "OElig": "Œ", "oelig": "œ", "Scaron": "Š", "scaron": "š",
    ]
}
