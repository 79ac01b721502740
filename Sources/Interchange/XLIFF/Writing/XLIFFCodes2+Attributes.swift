internal import TranslationMemory

extension XLIFFCodes2 {
    /// Attributes of a code by the names of XLIFF 2; `element` and `id` are set elsewhere.
    static func attributes(of code: InlineCode, dropping: Set<String>) -> [Attribute] {
        var result: [Attribute] = []
        for attribute in code.attributes where !dropping.contains(attribute.name) {
            switch attribute.name {
            case "id", "element", "i", "x", "rid", "pos", "xid", "crc", "ts", "clone", "assoc", "xmlns": break
            case "equiv-text": result.append(Attribute("equiv", attribute.value))
            case "ctype": result += type(attribute.value)
            case "type":
                result += types.contains(attribute.value) ? [attribute] : type(attribute.value)
            default: result.append(attribute)
            }
        }
        return result
    }

    /// Attributes of `mrk`.
    func mark(_ code: InlineCode) -> [Attribute] {
        var result: [Attribute] = []
        for attribute in code.attributes {
            switch attribute.name {
            case "element", "id", "mid", "i", "x", "ts": break
            case "comment": result.append(Attribute("value", attribute.value))
            case "mtype":
                let isTerm = attribute.value == "term"
                result.append(Attribute("type", isTerm ? "term" : Self.own(attribute.value)))
                if attribute.value == "protected" { result.append(Attribute("translate", "no")) }
            case "type":
                let isKnown = ["generic", "comment", "term"].contains(attribute.value) || attribute.value.contains(":")
                result.append(isKnown ? attribute : Attribute("type", Self.own(attribute.value)))
            default: result.append(attribute)
            }
        }
        return result
    }

    /// A type of code of XLIFF 1.2 or TMX as `type` and `subType`.
    private static func type(_ name: String) -> [Attribute] {
        switch name {
        case "bold": [Attribute("type", "fmt"), Attribute("subType", "xlf:b")]
        case "italic": [Attribute("type", "fmt"), Attribute("subType", "xlf:i")]
        case "underlined": [Attribute("type", "fmt"), Attribute("subType", "xlf:u")]
        case "lb": [Attribute("type", "fmt"), Attribute("subType", "xlf:lb")]
        case "pb": [Attribute("type", "fmt"), Attribute("subType", "xlf:pb")]
        case "image", "link": [Attribute("type", name)]
        default: [Attribute("type", "other"), Attribute("subType", own(name))]
        }
    }

    /// A value with our prefix, as values of nobody's standard need one.
    static func own(_ value: String) -> String {
        let bare = value.hasPrefix("x-") ? String(value.dropFirst(2)) : value
        return "dragoman:\(token(bare.isEmpty ? "other" : bare))"
    }

    /// A text as an XML name token, which ids are: what none may hold as its hexadecimal value.
    static func token(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let value = scalar.value
            let isNameCharacter =
                switch value {
                case 0x2D, 0x2E, 0x30...0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xB7, 0xC0...0xD6, 0xD8...0xF6,
                    0xF8...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x203F...0x2040, 0x2070...0x218F, 0x2C00...0x2FEF,
                    0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
                    true
                default: false
                }
            if isNameCharacter {
                result.unicodeScalars.append(scalar)
            } else {
                result += "_\(String(value, radix: 16))"
            }
        }
        return result.isEmpty ? "_" : result
    }

    private static let types: Set = ["fmt", "ui", "quote", "link", "image", "other"]
}
