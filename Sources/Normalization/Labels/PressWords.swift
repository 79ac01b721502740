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
            // Only where a character begins and no word is cut.
            let byte = bytes[offset]
            if byte == 0x20 {
                offset += 1
                continue
            }
            guard byte & 0xC0 != 0x80, trie.mayBegin(bytes, at: offset, inner: inner),
                !folded.isInsideSpacedWord(offset), let (end, classes) = trie.longestMatch(in: folded, at: offset)
            else {
                offset += 1
                if ASCIIWord.contains(byte) { offset = ASCIIWord.end(in: bytes, from: offset) }
                continue
            }
            let isAlone = Self.isEdge(folded, before: offset) && Self.isEdge(folded, after: end)
            let counted = isAlone ? classes : classes.subtracting(.whole)
            if !counted.isEmpty { found.append(Match(range: offset..<end, classes: counted, isAlone: isAlone)) }
            offset = max(end, offset + 1)
        }
        return found
    }

    /// The phrase of one of the classes that a text begins with, and where it ends.
    func leading(_ classes: PhraseClass, in folded: UTF8Text, from start: Int = 0) -> Int? {
        guard start < folded.count, let (end, found) = trie.longestMatch(in: folded, at: start),
            !found.isDisjoint(with: classes)
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
