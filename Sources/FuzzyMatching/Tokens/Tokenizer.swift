public import UnicodeText

/// Splits texts into tokens: words and signs by UAX #29, scripts without spaces by characters with their marks.
///
/// Tokens do not depend on the language. White space and control characters are none. Keeps an iterator of ICU, so it
/// belongs to one task at a time.
public final class Tokenizer {
    private var boundaries: Boundaries?
    /// Of one run of text; kept for its memory.
    private var run: [Token] = []

    public init() {}

    /// The tokens of a text in order. O(n).
    public func tokens(of text: UTF8Text) -> [Token] {
        var result: [Token] = []
        forEach(in: text) { result.append($0) }
        return result
    }

    public func forEach(in text: UTF8Text, _ found: (Token) -> Void) {
        var start = 0
        for address in AddressScanner.ranges(in: text.bytes) {
            scan(text, start..<address.lowerBound, found)
            found(Token(kind: .address, range: address))
            start = address.upperBound
        }
        scan(text, start..<text.count, found)
    }

    /// Splits off characters of scripts without spaces.
    private func scan(_ text: UTF8Text, _ range: ByteRange, _ found: (Token) -> Void) {
        var start = range.lowerBound
        var position = start
        while position < range.upperBound {
            if text.bytes[position] < 0xE0 {
                // Every script without spaces lies beyond two bytes.
                position += 1
                continue
            }
            let (scalar, length) = text.scalar(at: position)
            // UAX #29 joins words with the narrow no-break space, which French puts before its marks; here it is a space.
            let isNarrowSpace = scalar.value == 0x202F
            guard scalar.isUnspaced || isNarrowSpace else {
                position += length
                continue
            }
            scanSpaced(text, start..<position, found)
            if isNarrowSpace {
                position += length
                start = position
                continue
            }
            start = position
            position += length
            while position < range.upperBound, text.bytes[position] >= 0x80 {
                let (next, nextLength) = text.scalar(at: position)
                guard next.kind == .mark else { break }
                position += nextLength
            }
            found(Token(kind: Self.kind(of: text, start..<position) ?? .word, range: start..<position))
            start = position
        }
        scanSpaced(text, start..<range.upperBound, found)
    }

    private func scanSpaced(_ text: UTF8Text, _ range: ByteRange, _ found: (Token) -> Void) {
        guard !range.isEmpty else { return }
        var tokens: [Token] = []
        swap(&tokens, &run)
        tokens.removeAll(keepingCapacity: true)
        defer { run = tokens }
        let isKnown = WordScanner.scan(text.bytes, in: range) { piece in
            if let kind = Self.kind(of: text, piece) { tokens.append(Token(kind: kind, range: piece)) }
        }
        if !isKnown {
            tokens.removeAll(keepingCapacity: true)
            if boundaries == nil { boundaries = try? Boundaries(.words) }
            boundaries?.forEach(in: text[range]) { piece, _ in
                let piece = piece.lowerBound + range.lowerBound..<piece.upperBound + range.lowerBound
                if let kind = Self.kind(of: text, piece) { tokens.append(Token(kind: kind, range: piece)) }
            }
        }
        for token in tokens { found(token) }
    }

    /// `nil` for white space and control characters.
    private static func kind(of text: UTF8Text, _ range: ByteRange) -> Token.Kind? {
        var kind: Token.Kind?
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = text.bytes[position]
            if byte < 0x80 {
                position += 1
                switch byte {
                case 0x41...0x5A, 0x61...0x7A: return .word
                case 0x30...0x39: kind = .number
                // Symbols by general category: $ + < = > ^ ` | ~
                case 0x24, 0x2B, 0x3C...0x3E, 0x5E, 0x60, 0x7C, 0x7E: if kind == nil { kind = .word }
                case 0...0x20, 0x7F: break
                default: if kind == nil { kind = .sign }
                }
                continue
            }
            let (scalar, length) = text.scalar(at: position)
            position += length
            switch scalar.kind {
            case .upper, .lower, .otherLetter, .otherNumber: return .word
            case .digit: kind = .number
            case .mark: if kind == nil { kind = .word }
            case .punctuation: if kind == nil { kind = .sign }
            case .symbol: if kind == nil { kind = .word }
            case .space, .control: break
            case .other: if kind == nil { kind = .word }
            }
        }
        return kind
    }
}
