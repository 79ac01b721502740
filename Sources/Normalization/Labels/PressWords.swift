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
    func matches(in folded: BorrowedText) -> [Match] {
        var starts: [UInt64] = []
        WordStarts.find(in: folded.raw, &starts)
        return starts.withUnsafeBufferPointer { matches(in: folded, $0, inner: false) }
    }

    /// The same where it is known where words start.
    ///
    /// - Parameters:
    ///   - starts: a bit for each byte (`WordStarts`).
    ///   - inner: whether phrases may be left out that tell nothing within a longer line.
    func matches(in folded: BorrowedText, _ starts: UnsafeBufferPointer<UInt64>, inner: Bool) -> [Match] {
        let bytes = folded.raw
        var found: [Match] = []
        // No closures here: they would copy the trie for every line.
        var next = 0
        for step in 0..<(bytes.count + 63) / 64 {
            var places = starts[step]
            while places != 0 {
                let place = step * 64 + places.trailingZeroBitCount
                places &= places - 1
                guard trie.mayBegin(bytes, at: place, inner: inner), place >= next, !folded.isInsideSpacedWord(place),
                    let (end, classes) = trie.longestMatch(in: folded, at: place)
                else { continue }
                let isAlone = Self.isEdge(folded, before: place) && Self.isEdge(folded, after: end)
                let counted = isAlone ? classes : classes.subtracting(.whole)
                if !counted.isEmpty { found.append(Match(range: place..<end, classes: counted, isAlone: isAlone)) }
                next = end
            }
        }
        return found
    }

    /// The phrase of one of the classes that a text begins with, and where it ends.
    func leading(_ classes: PhraseClass, in folded: BorrowedText, from start: Int = 0) -> Int? {
        guard start < folded.count, trie.mayBegin(folded.raw, at: start),
            let (end, found) = trie.longestMatch(in: folded, at: start), !found.isDisjoint(with: classes)
        else { return nil }
        return end
    }

    private static func isEdge(_ text: BorrowedText, before offset: Int) -> Bool {
        var end = offset
        while end > 0 {
            let (scalar, length) = text.scalar(before: end)
            if scalar.isMenuSeparator { return true }
            if scalar.isLetter || scalar.digitValue != nil { return false }
            end -= length
        }
        return true
    }

    private static func isEdge(_ text: BorrowedText, after offset: Int) -> Bool {
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
