internal import UnicodeText

/// Sets the space before high punctuation and inside guillemets where the language's data asks for one.
///
/// A space is put in, exchanged, or taken out where the data says there is none. Nothing is touched inside addresses,
/// times and ratios: the mark must end something, and a blank, the end or a closing mark must follow.
struct PunctuationSpaces: Step {
    private enum Width { case full, thin, none }

    private let widths: [Unicode.Scalar: Width]
    private let thin: Unicode.Scalar
    private let rule: String

    /// `nil` in a language whose data says nothing of such spaces.
    init?(_ style: Conventions.Spaces, _ data: ConventionData) {
        var widths: [Unicode.Scalar: Width] = [:]
        for words in data.words("spaced-punctuation") where words.count == 2 {
            guard let mark = ConventionData.scalar(words[0]) else { continue }
            widths[mark] = words[1] == "full" ? .full : words[1] == "thin" ? .thin : Width.none
        }
        if widths.isEmpty { return nil }
        self.widths = widths
        thin = style == .nnbsp ? "\u{202F}" : "\u{A0}"
        rule = "space:\(data.language)"
    }

    func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        guard text.bytes.contains(where: Self.maySignal) else { return (text, EditMap(identity: text.count)) }
        var rewriter = TextRewriter(text)
        var offset = 0
        // Where the word without blanks began that the mark stands in, and whether it looks like an address.
        var isAddress = false
        var done = 0
        while offset < text.count {
            let byte = text.bytes[offset]
            if byte < 0x80, !Self.maySignal(byte) {
                if byte <= 0x20 { isAddress = false } else if byte == 0x40 || byte == 0x5F { isAddress = true }
                offset += 1
                continue
            }
            let (scalar, length) = text.scalar(at: offset)
            let range = offset..<offset + length
            offset += length
            if scalar.isBlank { isAddress = false }
            guard let width = widths[scalar] else { continue }
            switch scalar {
            case "«":
                if range.upperBound < text.count, !text.scalar(at: range.upperBound).scalar.isBreak {
                    let end = text.endOfBlanks(from: range.upperBound)
                    // A mark alone at the end of a line opens nothing.
                    if end < text.count, !text.scalar(at: end).scalar.isBreak {
                        set(width, range.upperBound..<end, &rewriter)
                        done = end
                    }
                }
            case "»":
                setBefore(range, width, text, &done, &rewriter) { !$0.isBreak && $0 != "«" }
            default:
                if scalar == ":", text.bytes[range.upperBound...].starts(with: [0x2F, 0x2F]) { isAddress = true }
                if isAddress || !Self.ends(scalar, text, range) { continue }
                setBefore(range, width, text, &done, &rewriter, Self.canPrecede)
            }
        }
        return rewriter.finish()
    }

    private func setBefore(
        _ mark: ByteRange, _ width: Width, _ text: UTF8Text, _ done: inout Int, _ rewriter: inout TextRewriter,
        _ canPrecede: (Unicode.Scalar) -> Bool
    ) {
        let start = text.startOfBlanks(before: mark.lowerBound)
        guard start > 0, start >= done, canPrecede(text.scalar(before: start).scalar) else { return }
        set(width, start..<mark.lowerBound, &rewriter)
        done = mark.lowerBound
    }

    private func set(_ width: Width, _ range: ByteRange, _ rewriter: inout TextRewriter) {
        var bytes: [UInt8] = []
        switch width {
        case .full: bytes.append("\u{A0}" as Unicode.Scalar)
        case .thin: bytes.append(thin)
        case .none: break
        }
        rewriter.replace(range, with: bytes, rule: rule)
    }

    /// Whether what follows a mark lets it be the end of something.
    private static func ends(_ mark: Unicode.Scalar, _ text: UTF8Text, _ range: ByteRange) -> Bool {
        guard range.upperBound < text.count else { return true }
        let next = text.scalar(at: range.upperBound).scalar
        if next.isBlank { return true }
        // ":)" and ";)" are no punctuation.
        if mark == ":" || mark == ";" { return false }
        switch next {
        case "!", "?", ".", "…", ")", "]", "\"", "”", "»", ",", "’", "'": return true
        default: return false
        }
    }

    private static func canPrecede(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isWordPart { return true }
        switch scalar {
        case ")", "]", "»", "”", "\"", "%", "€", "$", "°", "’", "'", "…", ".", "*": return true
        default: return false
        }
    }

    /// ! : ; ? « » and what can stand in an address.
    private static func maySignal(_ byte: UInt8) -> Bool {
        byte == 0x21 || byte == 0x3A || byte == 0x3B || byte == 0x3F || byte == 0xC2
    }
}

extension Unicode.Scalar {
    /// A line or paragraph end.
    fileprivate var isBreak: Bool {
        value >= 0x0A && value <= 0x0D || value == 0x85 || value == 0x2028 || value == 0x2029
    }
}
