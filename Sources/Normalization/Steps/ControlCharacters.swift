public import UnicodeText

/// Removes characters that no press copy means: C0 and C1 controls, byte order marks inside the text, soft hyphens.
///
/// C1 controls are what windows-1252 quotes and dashes become when read as ISO 8859-1, and are read as those.
/// Tab and line feed stay; joiners, directional marks and zero-width spaces stay too, for scripts need them.
public struct ControlCharacters: Step {
    public init() {}

    public func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        guard text.bytes.contains(where: Self.maySignal) else { return (text, EditMap(identity: text.count)) }
        var rewriter = TextRewriter(text)
        for placed in text.placedScalars {
            switch placed.scalar.value {
            case 0x09, 0x0A:
                continue
            case 0x00...0x1F, 0x7F:
                rewriter.delete(placed.range, rule: "control")
            case 0x80...0x9F:
                let byte = UInt8(placed.scalar.value)
                if let meant = SingleByteEncoding.windows1252.scalar(for: byte), meant.value > 0x9F {
                    var bytes: [UInt8] = []
                    bytes.append(meant)
                    rewriter.replace(placed.range, with: bytes, rule: "c1-as-windows-1252")
                } else if byte == 0x85 {
                    rewriter.replace(placed.range, with: [0x0A], rule: "next-line")
                } else {
                    rewriter.delete(placed.range, rule: "control")
                }
            case 0xFEFF:
                rewriter.delete(placed.range, rule: "byte-order-mark")
            case 0xAD:
                rewriter.delete(placed.range, rule: "soft-hyphen")
            default:
                continue
            }
        }
        return rewriter.finish()
    }

    /// Controls themselves, and the lead bytes of the characters above (C2 80...9F and AD, EF BB BF).
    private static func maySignal(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x09 && byte != 0x0A || byte == 0x7F || byte == 0xC2 || byte == 0xEF
    }
}
