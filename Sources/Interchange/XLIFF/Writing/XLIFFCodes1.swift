internal import TranslationMemory
internal import UnicodeText

/// Brings the codes of a text, from whatever format, into the elements of XLIFF 1.2 (section 2.5).
///
/// Every code of the result has an `element`; begin and end of `g` and `mrk` nest.
struct XLIFFCodes1 {
    private var number = 0

    mutating func made(of text: InlineText) -> InlineText {
        guard !text.codes.isEmpty else { return text }
        let pairs = XLIFFCodePairs(text.codes, marksNest: true)
        var result = text
        result.codes = []
        for (index, code) in text.codes.enumerated() {
            guard var made = made(of: code, at: index, text.codes, pairs) else { continue }
            made.position = min(max(code.position, result.codes.last?.position ?? 0), text.text.count)
            result.codes.append(made)
        }
        return result
    }

    private mutating func made(
        of code: InlineCode, at index: Int, _ codes: [InlineCode], _ pairs: XLIFFCodePairs
    ) -> InlineCode? {
        let isNested = pairs.nested[index] != nil
        // A pair becomes the same thing at both its ends.
        let begin = code.kind == .endPaired ? pairs.linked[index].map { codes[$0] } ?? code : code
        let isEmpty =
            code.content.isEmpty && (pairs.linked[index].map { codes[$0].content.isEmpty } ?? true)
        let name: String
        switch code.kind {
        case .highlightStart, .highlightEnd:
            guard isNested else { return nil }
            return InlineCode(kind: code.kind, position: 0, attributes: [Attribute("element", "mrk")] + mark(code))
        case .beginPaired, .endPaired:
            let isBegin = code.kind == .beginPaired
            switch begin.element {
            case "g" where isNested: name = "g"
            case "pc" where isNested && isEmpty: name = "g"
            case "g", "bx", "ex": name = isBegin ? "bx" : "ex"
            case let element? where isEmpty && ["pc", "sc", "ec"].contains(element): name = isBegin ? "bx" : "ex"
            default: name = isBegin ? "bpt" : "ept"
            }
        case .isolated: name = code.element == "bx" || code.element == "ex" ? code.element ?? "it" : "it"
        case .placeholder: name = code.element == "x" && code.content.isEmpty ? "x" : "ph"
        case .unknown:
            // What an XLIFF file had in a text that is no code goes back as it was.
            if code.attributes["xmlns"] != nil, code.element.map(XLIFFName.isValid) == true {
                return InlineCode(kind: .unknown, position: 0, attributes: code.attributes, content: code.content)
            }
            name = "ph"
        }
        var made = InlineCode(kind: code.kind, position: 0, attributes: [Attribute("element", name)])
        made.attributes += attributes(of: code, begin: begin, name: name)
        if ["bpt", "ept", "it", "ph"].contains(name) { made.content = code.content }
        return made
    }

    /// Attributes of a code by the names of XLIFF 1.2.
    private mutating func attributes(of code: InlineCode, begin: InlineCode, name: String) -> [Attribute] {
        var id = code.attributes["id"] ?? code.attributes["startRef"]
        if id == nil { id = begin.attributes["id"] ?? begin.attributes["x"] ?? code.attributes["x"] }
        if id == nil { id = code.attributes["i"] }
        if id == nil {
            number += 1
            id = "\(number)"
        }
        let isForeign = code.attributes["id"] == nil
        var result = isForeign ? [Attribute("id", id ?? "")] : []
        for attribute in code.attributes {
            switch attribute.name {
            case "element": break
            // `i` pairs the codes of TMX as `rid` does here; numbers beside an `id` were made for TMX.
            case "i" where isForeign && name != "it" && name != "ph": result.append(Attribute("rid", attribute.value))
            case "i", "x":
                if !isForeign, UInt32(attribute.value) == nil { result.append(attribute) }
            case "pos":
                let place = ["begin": "open", "end": "close"][attribute.value] ?? attribute.value
                if name == "it" { result.append(Attribute("pos", place)) }
            case "type": result.append(Attribute("ctype", Self.codeType(attribute.value)))
            case "equiv": result.append(Attribute("equiv-text", attribute.value))
            case _ where Self.onlyInSecond.contains(attribute.name): break
            default: result.append(attribute)
            }
        }
        if name == "it", result["pos"] != "open", result["pos"] != "close" {
            result["pos"] = code.element == "ec" ? "close" : "open"
        }
        return result
    }

    /// Attributes of `mrk`, whose type every one must have.
    private func mark(_ code: InlineCode) -> [Attribute] {
        guard code.attributes["mtype"] == nil else { return code.attributes.filter { $0.name != "element" } }
        let type = code.attributes["type"] ?? "hi"
        var result = [Attribute("mtype", Self.known.contains(type) ? type : "x-\(Self.token(type))")]
        if let id = code.attributes["id"] { result.append(Attribute("mid", id)) }
        if let comment = code.attributes["value"] { result.append(Attribute("comment", comment)) }
        return result
    }

    private static func codeType(_ type: String) -> String {
        let types: Set = ["image", "pb", "lb", "bold", "italic", "underlined", "link"]
        return types.contains(type) || type.hasPrefix("x-") ? type : "x-\(token(type))"
    }

    private static func token(_ text: String) -> String {
        String(decoding: text.utf8.map { $0 <= 0x20 ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
    }

    private static let known: Set = ["abbrev", "term", "name", "phrase", "protected", "date"]

    private static let onlyInSecond: Set = [
        "startRef", "dataRef", "dataRefStart", "dataRefEnd", "canCopy", "canDelete", "canReorder", "canOverlap",
        "copyOf", "disp", "dispStart", "dispEnd", "equivStart", "equivEnd", "subFlows", "subFlowsStart", "subFlowsEnd",
        "subType", "isolated", "dir", "hex",
    ]
}
