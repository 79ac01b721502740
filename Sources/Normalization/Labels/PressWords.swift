internal import UnicodeText

/// The phrases of a language that tell what a line is, by class.
struct PressWords: Sendable {
    struct Match {
        let range: ByteRange
        let classes: PhraseClass
        /// Whether the match is all that stands in the line, or in the entry of a menu it stands in.
        let isAlone: Bool
    }

    private let trie: PhraseTrie

    init(language: LanguageTag) {
        var tags = [LanguageTag.english]
        if let own = language.fallbacks.first(where: { LanguageData.file("normalization/\($0).txt") != nil }),
            own != .english
        {
            tags.append(own)
        }
        trie = PhraseTrie(
            tags.flatMap { tag in
                LanguageData.file("normalization/\(tag).txt").map { Self.phrases(of: SectionedFile($0)) } ?? []
            })
    }

    private static func phrases(of file: SectionedFile) -> [PhraseTrie.Phrase] {
        file.sections.flatMap { section in
            guard let value = PhraseClass.named.first(where: { $0.name == section.name })?.value else {
                return [PhraseTrie.Phrase]()
            }
            return section.lines.map { line in
                let isPrefix = line.bytes.last == UInt8(ascii: "*")
                let text = isPrefix ? line[0..<line.count - 1] : line
                return PhraseTrie.Phrase(text: (try? CaseMapping.fold(text)) ?? text, value: value, isPrefix: isPrefix)
            }
        }
    }

    /// All phrases in a case-folded text, leftmost and longest, not overlapping. O(n) but for the length of matches.
    ///
    /// - Parameter inner: whether phrases may be left out that tell nothing within a longer line.
    func matches(in folded: UTF8Text, inner: Bool = false) -> [Match] {
        folded.bytes.withUnsafeBytes { matches(in: folded, $0, inner) }
    }

    private func matches(in folded: UTF8Text, _ bytes: UnsafeRawBufferPointer, _ inner: Bool) -> [Match] {
        var found: [Match] = []
        var offset = 0
        while offset < bytes.count {
            // Eight bytes at a time: only where a word of ASCII begins, or any other character that is no blank.
            let word = ASCIIWord.load(bytes, at: offset)
            let inside = ASCIIWord.alphanumerics(word)
            let carry: UInt64 = offset > 0 && ASCIIWord.contains(bytes[offset - 1]) ? 0x80 : 0
            // Blanks, and the zeroes behind the end, are no places.
            let isShown = ~ASCIIWord.within(word, 0, 0x20) & 0x8080_8080_8080_8080
            var places = ~(inside & (inside << 8 | carry)) & isShown
            var next = offset + 8
            while places != 0 {
                let place = offset + places.trailingZeroBitCount >> 3
                places &= places - 1
                guard bytes[place] & 0xC0 != 0x80, trie.mayBegin(bytes, at: place, inner: inner),
                    !folded.isInsideSpacedWord(place), let (end, classes) = trie.longestMatch(in: folded, at: place)
                else { continue }
                let isAlone = Self.isEdge(folded, before: place) && Self.isEdge(folded, after: end)
                let counted = isAlone ? classes : classes.subtracting(.whole)
                if !counted.isEmpty { found.append(Match(range: place..<end, classes: counted, isAlone: isAlone)) }
                next = max(end, place + 1)
                break
            }
            offset = next
        }
        return found
    }

    /// The phrase of one of the classes that a text begins with, and where it ends.
    func leading(_ classes: PhraseClass, in folded: UTF8Text, from start: Int = 0) -> Int? {
        guard start < folded.count, folded.bytes.withUnsafeBytes({ trie.mayBegin($0, at: start) }),
            let (end, found) = trie.longestMatch(in: folded, at: start), !found.isDisjoint(with: classes)
        else { return nil }
        return end
    }

    private static func isEdge(_ text: UTF8Text, before offset: Int) -> Bool {
        var end = offset
        while end > 0 {
            let (scalar, length) = text.scalar(before: end)
            if scalar.isMenuSeparator { return true }
            if scalar.isLetter || scalar.digitValue != nil { return false }
            end -= length
        }
        return true
    }

    private static func isEdge(_ text: UTF8Text, after offset: Int) -> Bool {
        var start = offset
        while start < text.count {
            let (scalar, length) = text.scalar(at: start)
            if scalar.isMenuSeparator { return true }
            if scalar.isLetter || scalar.digitValue != nil { return false }
            start += length
        }
        return true
    }
}

extension Unicode.Scalar {
    /// A sign that menus put between their entries.
    var isMenuSeparator: Bool {
        switch self {
        case "|", "·", "•", "›", "»", ">", "│", "｜", "/": true
        default: false
        }
    }
}
