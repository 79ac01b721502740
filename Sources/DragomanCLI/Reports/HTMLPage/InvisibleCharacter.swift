import Dragoman

/// How a character is shown that the eye would miss or take for another.
///
/// The signs are those of word processors: ° for a no-break space, → for a tab, ¬ for a soft hyphen.
struct InvisibleCharacter {
    enum Style: String {
        /// The sign stands over the character, which takes a place of its own.
        case over = "o"
        /// The sign stands beside the character.
        case beside = "l"
        /// A thin line where the character stands, which joins or directs its neighbours; its sign would part them.
        case tick = "t"
    }

    let scalar: Unicode.Scalar
    let style: Style
    let sign: String
    let name: String

    /// Whether it can stand in an HTML page. Controls cannot, and a parser would turn a carriage return into a line feed.
    var isWritable: Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: false
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }

    /// `U+00A0 no-break space`.
    var title: String { name.isEmpty ? code : "\(code) \(name)" }

    /// `U+00A0`, the least four digits.
    var code: String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    /// `nil` for a character that is seen as what it is, the blank and the line feed included. O(1).
    init?(_ scalar: Unicode.Scalar) {
        self.scalar = scalar
        let value = scalar.value
        if let known = Self.table[value] {
            (style, sign, name) = known
            return
        }
        switch value {
        case 0x0A, 0x20..<0x7F:
            return nil
        case 0..<0x20:
            (style, sign, name) = (.beside, Self.picture(value), "control")
        case 0x7F:
            (style, sign, name) = (.beside, "\u{2421}", "delete")
        case 0x80..<0xA0:
            (style, sign, name) = (.beside, String(value, radix: 16, uppercase: true), "control")
        case 0x2000...0x200A:
            (style, sign, name) = (.over, "·", "space of a set width")
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF:
            // They choose the look of what stands before and harm nothing.
            return nil
        case 0xE0000..<0xE0080:
            (style, sign, name) = (.tick, "tag", "tag character")
        default:
            let isNoCharacter = value & 0xFFFE == 0xFFFE || 0xFDD0...0xFDEF ~= value
            guard isNoCharacter || Self.mayBeFormat(value) && scalar.kind == .control else { return nil }
            (style, sign, name) = (.tick, String(value, radix: 16, uppercase: true), "")
        }
    }

    /// What a line feed looks like where it was changed.
    static let lineEnd = InvisibleCharacter(scalar: "\n", style: .beside, sign: "↵", name: "line end")

    private init(scalar: Unicode.Scalar, style: Style, sign: String, name: String) {
        (self.scalar, self.style, self.sign, self.name) = (scalar, style, sign, name)
    }

    private static func picture(_ value: UInt32) -> String { Unicode.Scalar(0x2400 + value).map { String($0) } ?? "?" }

    /// Format characters outside this are seen: the number signs of Arabic, the end of ayah, and their like.
    private static func mayBeFormat(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0x600, 0x606..<0x6DD, 0x2000..<0x2100, 0xFF00..<0x10000, 0xE0000...: true
        case 0x1D173...0x1D17A: true
        default: false
        }
    }

    private static let table: [UInt32: (Style, String, String)] = [
        0x09: (.over, "→", "tab"),
        0x0B: (.beside, "↵", "line tabulation"),
        0x0C: (.beside, "↵", "form feed"),
        0x0D: (.beside, "␍", "carriage return"),
        0x85: (.beside, "↵", "next line"),
        0xA0: (.over, "°", "no-break space"),
        0xAD: (.beside, "¬", "soft hyphen"),
        0x34F: (.tick, "CGJ", "combining grapheme joiner"),
        0x61C: (.tick, "ALM", "Arabic letter mark"),
        0x115F: (.over, "·", "Hangul filler"),
        0x1160: (.over, "·", "Hangul filler"),
        0x1680: (.over, "·", "Ogham space mark"),
        0x180E: (.tick, "MVS", "Mongolian vowel separator"),
        0x200B: (.tick, "ZWSP", "zero width space"),
        0x200C: (.tick, "ZWNJ", "zero width non-joiner"),
        0x200D: (.tick, "ZWJ", "zero width joiner"),
        0x200E: (.tick, "LRM", "left-to-right mark"),
        0x200F: (.tick, "RLM", "right-to-left mark"),
        0x2028: (.beside, "↵", "line separator"),
        0x2029: (.beside, "¶", "paragraph separator"),
        0x202A: (.beside, "LRE", "left-to-right embedding"),
        0x202B: (.beside, "RLE", "right-to-left embedding"),
        0x202C: (.beside, "PDF", "pop directional formatting"),
        0x202D: (.beside, "LRO", "left-to-right override"),
        0x202E: (.beside, "RLO", "right-to-left override"),
        0x202F: (.over, "°", "narrow no-break space"),
        0x205F: (.over, "·", "medium mathematical space"),
        0x2060: (.tick, "WJ", "word joiner"),
        0x2066: (.beside, "LRI", "left-to-right isolate"),
        0x2067: (.beside, "RLI", "right-to-left isolate"),
        0x2068: (.beside, "FSI", "first strong isolate"),
        0x2069: (.beside, "PDI", "pop directional isolate"),
        0x2800: (.over, "·", "blank Braille pattern"),
        0x3000: (.over, "·", "ideographic space"),
        0x3164: (.over, "·", "Hangul filler"),
        0xFEFF: (.beside, "BOM", "byte order mark"),
        0xFFA0: (.over, "·", "half-width Hangul filler"),
        0xFFFC: (.beside, "OBJ", "object replacement character"),
    ]
}
