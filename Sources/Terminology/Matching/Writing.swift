internal import UnicodeText

/// What a language writes in more than one way, from its data file.
struct Writing: Hashable, Sendable {
    /// The first is compared as the second.
    struct Variant: Hashable, Sendable {
        /// One character or two.
        let from: [Unicode.Scalar]
        let to: [Unicode.Scalar]
    }

    /// Spellings that mean the same.
    var variants: [Variant] = []
    /// A letter that either side may write as another one, plainer.
    var plainer: [Variant] = []
    /// Marks that a text may leave out and a term may not: tones.
    var tones: [Unicode.Scalar] = []
    /// Whether a hyphen stands inside words: Zulu "i-China", "iChina".
    var joinsHyphens = false
    /// Whether a point stands inside words: Amharic "ዩ.ኤስ", whose full stop is another mark.
    var joinsPoints = false
    /// Whether the syllables of Ethiopic are compared as consonant and vowel, so that endings can begin with a vowel.
    var splitsSyllables = false

    init() {}

    init(_ file: SectionedFile) {
        variants = file.lines("variants").compactMap(Self.variant)
        plainer = file.lines("plainer").compactMap(Self.variant)
        tones = file.lines("tones").compactMap { Self.scalar($0) }
        let options = file.lines("options")
        joinsHyphens = options.contains("hyphens inside words")
        joinsPoints = options.contains("points inside words")
        splitsSyllables = options.contains("vowels apart from consonants")
    }

    private static func variant(_ line: UTF8Text) -> Variant? {
        let parts = line.bytes.split(separator: 0x20).map { UTF8Text(unchecked: Array($0)) }
        guard parts.count == 2 else { return nil }
        return Variant(
            from: parts[0].placedScalars.map(\.scalar),
            // A hyphen is nothing, as in sets of affixes.
            to: parts[1] == "-" ? [] : parts[1].placedScalars.map(\.scalar))
    }

    /// A character named by its number: `U+0301`.
    private static func scalar(_ line: UTF8Text) -> Unicode.Scalar? {
        guard line.count > 2, let value = UInt32(line[2..<line.count].description, radix: 16) else { return nil }
        return Unicode.Scalar(value)
    }
}

extension FoldTable.Draft {
    mutating func apply(_ writing: Writing) {
        if writing.splitsSyllables { splitSyllables() }
        for variant in writing.variants {
            if variant.from.count == 2, let joined = variant.to.first {
                pairs.append(
                    FoldTable.Pair(
                        first: variant.from[0].value, second: variant.from[1].value, joined: joined.value))
                makeSecond(Int(variant.from[1].value))
            } else if let from = variant.from.first, from.value < 0x10000 {
                setKey(Int(from.value), variant.to.flatMap { key(Int($0.value & 0xFFFF)) })
            }
        }
        for (index, variant) in writing.plainer.enumerated() {
            guard let from = variant.from.first, let to = variant.to.first, from.value < 0x10000 else { continue }
            setKey(Int(from.value), key(Int(to.value & 0xFFFF)), mark: UInt8(truncatingIfNeeded: 0x80 + index & 0x7F))
            hasMarks = true
        }
        if !writing.tones.isEmpty { leaveOut(writing.tones) }
        if writing.joinsPoints { entries[0x2E] = CharacterClass.ignorable.rawValue << 26 }
        if writing.joinsHyphens {
            for value in entries.indices where FoldTable.characterClass(entries[value]) == .hyphen {
                entries[value] = CharacterClass.ignorable.rawValue << 26
            }
        }
    }

    /// Tones are left out of keys and remembered; a letter composed with one becomes the letter.
    private mutating func leaveOut(_ tones: [Unicode.Scalar]) {
        hasMarks = true
        for (index, tone) in tones.enumerated() where tone.value < 0x10000 {
            setKey(Int(tone.value), [], mark: UInt8(index + 1))
        }
        for value in [0xC0...0x24F, 0x1E00...0x1EFF].joined() {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            var bytes: [UInt8] = []
            bytes.append(scalar)
            guard let parts = try? NormalizationForm.nfd.apply(to: UTF8Text(unchecked: bytes)) else { continue }
            let scalars = parts.placedScalars.map(\.scalar)
            guard let index = tones.firstIndex(where: { scalars.contains($0) }) else { continue }
            var rest: [UInt8] = []
            for scalar in scalars where scalar != tones[index] { rest.append(scalar) }
            guard let bare = try? NormalizationForm.nfc.apply(to: UTF8Text(unchecked: rest)),
                let folded = try? CaseMapping.fold(bare)
            else { continue }
            setKey(value, folded.bytes, mark: UInt8(index + 1))
        }
    }

    /// U+1200 to U+137F: rows of eight, the vowels ä u i a e – o and -wa; of the glottal row only the vowel is left.
    private mutating func splitSyllables() {
        let vowels: [Unicode.Scalar?] = ["ኧ", "ኡ", "ኢ", "አ", "ኤ", nil, "ኦ", "ዋ"]
        for row in stride(from: 0x1200, to: 0x1360, by: 8) where row != 0x12A0 {
            for order in 0..<8 where FoldTable.characterClass(entries[row + order]) == .letter {
                guard let consonant = Unicode.Scalar(UInt32(row + 5)), order != 5 else { continue }
                var bytes: [UInt8] = []
                bytes.append(consonant)
                if let vowel = vowels[order] { bytes.append(vowel) }
                setKey(row + order, bytes)
            }
        }
        setKey(0x12A3, Array("አ".utf8))
    }
}
