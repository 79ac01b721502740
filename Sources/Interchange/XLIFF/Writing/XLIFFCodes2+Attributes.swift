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
            if XLIFFName.isCharacter(scalar) || scalar == ":" {
                result.unicodeScalars.append(scalar)
            } else {
                result += "_\(String(scalar.value, radix: 16))"
            }
        }
        return result.isEmpty ? "_" : result
    }

    private static let types: Set = ["fmt", "ui", "quote", "link", "image", "other"]
}
