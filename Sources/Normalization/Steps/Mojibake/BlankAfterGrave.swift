internal import UnicodeText

/// Whether "Ã " has swallowed the blank after a word in "à": the byte A0 of "à" was made a blank, and of two blanks
/// one may be lost.
///
/// Known words decide (`Data/repair.txt`); without one, "à" is taken to end a word of four letters and more.
enum BlankAfterGrave {
    /// Leaves the blank out of the sequence where it stands for itself.
    static func settle(_ sequence: inout MisreadSequence, in segment: MojibakeSegment) {
        let start = sequence.range.lowerBound
        let end = sequence.range.upperBound
        guard sequence.meant == 0xE0, sequence.range.count == 2, segment.scalars[end - 1] == 0x20 else { return }
        guard end < segment.count, isLetter(segment.scalars[end]) else { return }
        let next = word(from: end, in: segment)
        var stem = start
        while stem > 0, isLetter(segment.scalars[stem - 1]), start - stem < 4 { stem -= 1 }
        let ends: Bool
        if stem == start {
            // "Ã quele" was "àquele"; "Ã l’école" was "à l’école".
            ends = !beginnings.contains(next)
        } else if start - stem >= 4 {
            ends = true
        } else {
            ends = endings.contains(Array(segment.scalars[stem..<start].map(lower)))
        }
        if ends { sequence.range = start..<end - 1 }
    }

    private static func word(from start: Int, in segment: MojibakeSegment) -> [UInt32] {
        var word: [UInt32] = []
        var index = start
        while index < segment.count, word.count < 12, isLetter(segment.scalars[index]) {
            word.append(lower(segment.scalars[index]))
            index += 1
        }
        // "Ã s'est" is no "às".
        if index < segment.count, [0x27, 0x2019].contains(segment.scalars[index]) { word.append(0x27) }
        return word
    }

    /// What is no ASCII may be a letter still misread.
    private static func isLetter(_ scalar: UInt32) -> Bool {
        scalar | 0x20 >= 0x61 && scalar | 0x20 <= 0x7A || scalar >= 0x80 && !(0x2010...0x203A ~= scalar)
    }

    private static func lower(_ scalar: UInt32) -> UInt32 { 0x41...0x5A ~= scalar ? scalar + 0x20 : scalar }

    private static let data = LanguageData.file("normalization/repair.txt").map { SectionedFile($0) }
    private static let beginnings = words("words beginning with à, without it")
    private static let endings = words("short words ending in à, without it")

    private static func words(_ section: String) -> Set<[UInt32]> {
        Set((data?.lines(section) ?? []).map { $0.placedScalars.map(\.scalar.value) })
    }
}
