internal import UnicodeText

/// A part of a text with wildcards.
enum WildcardToken {
    case literal([UInt8])
    case one
    case many
    /// A `*` with white space on both sides, that space included.
    case gap

    /// The parts of a text, literal ones joined. A `*` by itself at an end says nothing and is left out. O(n).
    static func tokens(of text: UTF8Text) -> [WildcardToken] {
        var tokens: [WildcardToken] = []
        var literal: [UInt8] = []
        func endLiteral() {
            if !literal.isEmpty { tokens.append(.literal(literal)) }
            literal = []
        }
        let bytes = text.bytes
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            switch byte {
            case UInt8(ascii: "\\") where offset + 1 < bytes.count && isSpecial(bytes[offset + 1]):
                literal.append(bytes[offset + 1])
                offset += 2
            case UInt8(ascii: "*") where isAlone(text, offset):
                let end = text.skippingBlanks(from: offset + 1)
                trimEnd(&literal)
                endLiteral()
                if !tokens.isEmpty, end < bytes.count { tokens.append(.gap) }
                offset = end
            case UInt8(ascii: "*"):
                endLiteral()
                tokens.append(.many)
                offset += 1
            case UInt8(ascii: "?") where standsForOne(text, offset):
                endLiteral()
                tokens.append(.one)
                offset += 1
            default:
                literal.append(byte)
                offset += 1
            }
        }
        endLiteral()
        if case .gap? = tokens.last { tokens.removeLast() }
        return tokens
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "\\")
    }

    private static func isAlone(_ text: UTF8Text, _ offset: Int) -> Bool {
        (offset == 0 || text.scalar(before: offset).scalar.isBlank)
            && (offset + 1 == text.count || text.scalar(at: offset + 1).scalar.isBlank)
    }

    /// Otherwise it ends a question.
    private static func standsForOne(_ text: UTF8Text, _ offset: Int) -> Bool {
        var next = offset + 1
        while next < text.count, text.bytes[next] == UInt8(ascii: "?") { next += 1 }
        guard next < text.count else { return false }
        if text.bytes[next] == UInt8(ascii: "*") { return !isAlone(text, next) }
        return WordClass(text.scalar(at: next).scalar.value) != .none
    }

    private static func trimEnd(_ literal: inout [UInt8]) {
        let text = UTF8Text(unchecked: literal)
        let range = text.trimmed(text.all)
        literal = range.isEmpty ? [] : Array(literal[..<range.upperBound])
    }

    /// Whether a wildcard stands before the first white space; with tokens the other way round, behind the last.
    static func hasWildcardInFirstWord(_ tokens: [WildcardToken]) -> Bool {
        for token in tokens {
            switch token {
            case .one, .many: return true
            case .gap: return false
            case .literal(let bytes):
                let text = UTF8Text(unchecked: bytes)
                if text.placedScalars.contains(where: { $0.scalar.isBlank }) { return false }
            }
        }
        return false
    }
}
