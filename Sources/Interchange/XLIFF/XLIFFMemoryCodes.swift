internal import TranslationMemory
internal import UnicodeText

/// Codes of XLIFF as a memory keeps them: what they were, and beside it what TMX pairs codes by (`i`, `x`).
enum XLIFFMemoryCodes {
    /// Marks of segments and terms are left out: they say something of one text, not of the sentence.
    static func made(of text: InlineText) -> InlineText {
        guard !text.codes.isEmpty else { return text }
        let pairs = XLIFFCodePairs(text.codes, marksNest: true)
        var numbers: [Int: Int] = [:]
        var result = text
        result.codes = []
        for (index, code) in text.codes.enumerated() {
            let begin = code.kind == .highlightEnd ? pairs.nested[index].map { text.codes[$0] } ?? code : code
            if isOfOneText(begin) { continue }
            var code = code
            if code.kind == .beginPaired || code.kind == .endPaired, let other = pairs.linked[index] {
                let number = numbers[min(index, other)] ?? numbers.count + 1
                numbers[min(index, other)] = number
                code.attributes["i"] = "\(number)"
            }
            if let id = code.attributes["id"], UInt32(id) != nil, code.kind != .endPaired { code.attributes["x"] = id }
            if let place = code.attributes["pos"] {
                code.attributes["pos"] = ["open": "begin", "close": "end"][place] ?? place
            }
            result.codes.append(code)
        }
        return result
    }

    private static func isOfOneText(_ code: InlineCode) -> Bool {
        guard code.kind == .highlightStart else { return false }
        let type = code.attributes["mtype"] ?? code.attributes["type"] ?? ""
        return code.element != nil && ["seg", "term", "mtc:match"].contains(type)
    }
}
