internal import UnicodeText

/// A pattern as tokens see it.
enum PatternPart {
    /// The letters of a word of a script with spaces.
    case word([UInt8])
    /// Characters of a script without spaces, in a run.
    case characters([[UInt8]])
    /// White space and signs of the pattern itself.
    case separator
    /// A place where a word must begin or end.
    case edge
    /// An end of the pattern that may lie inside of a word.
    case open
    /// Letters and digits that are not known.
    case wildcard

    static func parts(of pattern: ConcordancePattern, isWhole: Bool) -> [PatternPart] {
        var parts: [PatternPart] = [pattern.startsAtWord || isWhole ? .edge : .open]
        for (index, piece) in pattern.pieces.enumerated() {
            parts += self.parts(of: piece)
            guard index < pattern.links.count else { break }
            switch pattern.links[index] {
            case .word: parts.append(.wildcard)
            case .gap: parts.append(.edge)
            }
        }
        parts.append(pattern.endsAtWord || isWhole ? .edge : .open)
        return parts
    }

    /// What comes behind so many characters of a piece is left to the texts themselves.
    private static let longestPiece = 1024

    private static func parts(of piece: PatternPiece) -> [PatternPart] {
        var parts: [PatternPart] = []
        var word: [UInt8] = []
        var characters: [[UInt8]] = []
        func end() {
            if !word.isEmpty { parts.append(.word(word)) }
            if !characters.isEmpty { parts.append(.characters(characters)) }
            word = []
            characters = []
        }
        for value in piece.weak.prefix(longestPiece) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            switch WordClass(value) {
            case .none:
                end()
                parts.append(.separator)
            case .spaced:
                if !characters.isEmpty { end() }
                word.append(scalar)
            case .unspaced:
                if !word.isEmpty { end() }
                var bytes: [UInt8] = []
                bytes.append(scalar)
                characters.append(bytes)
            }
        }
        end()
        if piece.count > longestPiece { parts.append(.open) }
        return parts
    }

    /// Whether a word that stands beside this is whole there.
    var closesWord: Bool {
        switch self {
        case .separator, .edge, .characters: true
        case .word, .open, .wildcard: false
        }
    }

    /// Whether a run of characters that stands beside this is whole there; every place between two of them is an edge.
    var closesCharacters: Bool {
        switch self {
        case .separator, .word: true
        case .characters, .edge, .open, .wildcard: false
        }
    }
}
