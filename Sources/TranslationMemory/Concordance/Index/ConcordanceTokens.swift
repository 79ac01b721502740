internal import FuzzyMatching
internal import UnicodeText

/// The tokens texts are indexed by.
///
/// Words of scripts with spaces as they stand in the weak key; of a run of characters of other scripts each with the one
/// behind it, and the last by itself: so every piece of two characters and more is a phrase of tokens, and one character
/// the beginning of some. Signs are none. Nothing depends on a language or on what stands around a run.
enum ConcordanceTokens {
    /// Longer words are not indexed by their letters; units with one are found by `longWord`.
    static let longestWord = 255

    // No word has a private-use character in it.
    /// Every unit has this token.
    static let everyUnit = Array("\u{E000}".utf8)
    static let longWord = Array("\u{E001}".utf8)

    /// What the tokens depend on: a change of any of these makes others of the same text.
    static var rules: String { "tokens 1, ICU \(ICUVersion.icu), Unicode \(ICUVersion.unicode)" }

    /// Calls `found` with each token in order, and whether it is a word of a script with spaces. O(n).
    static func forEach(in key: [UInt8], _ found: (_ token: ArraySlice<UInt8>, _ isWord: Bool) -> Void) {
        var start = 0
        var runClass = WordClass.none
        // Of the character before, in a run without spaces.
        var last = 0
        func end(_ offset: Int) {
            switch runClass {
            case .none: break
            case .spaced:
                let isShort = offset - start <= longestWord
                found(isShort ? key[start..<offset] : longWord[...], isShort)
            case .unspaced: found(key[last..<offset], false)
            }
        }
        var offset = 0
        while offset < key.count {
            let (scalar, length) = decodeScalar(key, at: offset)
            let next = WordClass(scalar.value)
            if next != runClass {
                end(offset)
                runClass = next
                start = offset
            } else if next == .unspaced {
                found(key[last..<offset + length], false)
            }
            last = offset
            offset += length
        }
        end(key.count)
    }
}
