internal import UnicodeText

/// The terms of a compiled matcher: what the matcher wants to know of them beside the glossaries.
struct CompiledEntries: Sendable {
    struct Record: Sendable, BitwiseCopyable {
        let glossary: Int32
        let concept: Int32
        /// Its place among the concept's terms in the language.
        let number: Int32
        /// Where its words are, and how many.
        let first: Int32
        let count: Int32
        /// Bytes of its spelling in `texts`, -1 for the term itself, composed.
        let text: Int32
        let textCount: Int32
        let flags: UInt32

        static let isCaseSensitive: UInt32 = 1 << 0
        static let hasCapitals: UInt32 = 1 << 1
        /// Conditions lie in the bits from here on.
        static let conditions: UInt32 = 8
    }

    struct Word: Sendable, BitwiseCopyable {
        /// Its number in the index, and its bytes in the term.
        let word: Int32
        let start: Int32
        let end: Int32
        /// 1 for one that a text must write with a capital.
        let capital: UInt32
    }

    let records: FixedBuffer<Record>
    let words: FixedBuffer<Word>
    let texts: FixedBuffer<UInt8>
    private let glossaries: [any ConceptList]
    private let language: LanguageTag

    var count: Int { records.count }

    /// `nil` where a record leads to what is not there. O(terms).
    init?(
        records: FixedBuffer<Record>, words: FixedBuffer<Word>, texts: FixedBuffer<UInt8>,
        glossaries: [any ConceptList], language: LanguageTag
    ) {
        let counts = glossaries.map { Int32(clamping: $0.count) }
        for record in records.elements {
            guard record.glossary >= 0, record.glossary < counts.count, record.concept >= 0,
                record.concept < counts[Int(record.glossary)], record.number >= 0, record.count > 0, record.first >= 0,
                Int(record.first) + Int(record.count) <= words.count,
                record.text == -1
                    || record.text >= 0 && record.textCount >= 0
                        && Int(record.text) + Int(record.textCount) <= texts.count
            else { return nil }
        }
        self.records = records
        self.words = words
        self.texts = texts
        self.glossaries = glossaries
        self.language = language
    }

    func entry(at index: Int) -> TermMatcher.Entry {
        precondition(index >= 0 && index < count)
        let record = records.start[index]
        let terms = glossaries[Int(record.glossary)].concept(at: Int(record.concept)).terms(in: language)
        let number = Int(record.number)
        // A file whose checksum holds and that is wrong all the same: a term without text is harmless.
        let term = number < terms.count ? terms[number] : Term(UTF8Text())
        let text = record.text < 0 ? Self.composed(term.text) : spelling(record)
        let words = words.elements[Int(record.first)..<Int(record.first) + Int(record.count)]
        return TermMatcher.Entry(
            term, glossary: Int(record.glossary), concept: Int(record.concept), number: number,
            words: words.map(\.word), isCaseSensitive: record.flags & Record.isCaseSensitive != 0,
            capitals: record.flags & Record.hasCapitals != 0 ? words.map { $0.capital != 0 } : [],
            conditions: TermConditions(rawValue: UInt8(truncatingIfNeeded: record.flags >> Record.conditions)),
            text: text,
            ranges: words.map { Self.range($0, in: text) })
    }

    private static func composed(_ text: UTF8Text) -> UTF8Text {
        (try? NormalizationForm.nfc.apply(to: text)) ?? text
    }

    private func spelling(_ record: Record) -> UTF8Text {
        let range = Int(record.text)..<Int(record.text) + Int(record.textCount)
        return UTF8Text(validating: Array(texts.elements[range])) ?? UTF8Text()
    }

    /// Empty where the word does not begin and end with characters of the text.
    private static func range(_ word: Word, in text: UTF8Text) -> ByteRange {
        let (start, end) = (Int(word.start), Int(word.end))
        func isBoundary(_ offset: Int) -> Bool { offset == text.count || text.bytes[offset] & 0xC0 != 0x80 }
        guard start >= 0, start <= end, end <= text.count, isBoundary(start), isBoundary(end) else { return 0..<0 }
        return start..<end
    }

    /// The columns of some entries.
    static func columns(of entries: some Sequence<TermMatcher.Entry>) -> (
        records: [Record], words: [Word], texts: [UInt8]
    ) {
        var records: [Record] = []
        var words: [Word] = []
        var texts: [UInt8] = []
        for entry in entries {
            var flags = entry.isCaseSensitive ? Record.isCaseSensitive : 0
            if !entry.capitals.isEmpty { flags |= Record.hasCapitals }
            flags |= UInt32(entry.conditions.rawValue) << Record.conditions
            let isOther = entry.text != composed(entry.term.text)
            records.append(
                Record(
                    glossary: Int32(entry.glossary), concept: Int32(entry.concept), number: Int32(entry.number),
                    first: Int32(words.count), count: Int32(entry.words.count), text: isOther ? Int32(texts.count) : -1,
                    textCount: Int32(entry.text.count), flags: flags))
            if isOther { texts += entry.text.bytes }
            for (index, word) in entry.words.enumerated() {
                let range = entry.ranges[index]
                words.append(
                    Word(
                        word: word, start: Int32(range.lowerBound), end: Int32(range.upperBound),
                        capital: entry.capitals.isEmpty || !entry.capitals[index] ? 0 : 1))
            }
        }
        return (records, words, texts)
    }
}
