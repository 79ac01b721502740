internal import UnicodeText

/// How strongly the characters around a mark say that a quotation begins or ends there.
enum QuoteContext {
    /// How much what stands before a mark asks for an opening one. `nil` is the beginning of the text.
    static func opens(after scalar: Unicode.Scalar?) -> Int {
        guard let scalar else { return 2 }
        if scalar.isBlank { return 2 }
        switch scalar {
        case "(", "[", "{", "¿", "¡", "（", "【", "《", "〈", "「", "『", "〔": return 3
        case "-", "‐", "‑", "–", "—", "―", "/", ",", ":", ";", ">", "，", "：", "；", "、", "،", "؛", "፣", "፤", "፦":
            return 1
        default: return 0
        }
    }

    /// How much what stands behind a mark asks for a closing one. `nil` is the end of the text.
    static func closes(before scalar: Unicode.Scalar?) -> Int {
        guard let scalar else { return 2 }
        if scalar.isBlank { return 2 }
        switch scalar {
        case ",", ".", ";", ":", "!", "?", ")", "]", "}", "…", "،", "؛", "؟", "۔", "।", "॥", "።", "፣", "፤", "፥", "፦",
            "፡",
            "、", "。", "，", "．", "！", "？", "：", "；", "）", "】", "》", "〉", "」", "』", "〕":
            return 2
        case "-", "‐", "‑", "–", "—", "―", "/", "<": return 1
        default: return 0
        }
    }
}
