internal import UnicodeText

/// Where in a TBX file its parts stand, in bytes.
struct TBXPlaces {
    struct Entry {
        /// Start to end.
        var range: ByteRange
        /// What stands behind the start tag.
        var contentStart: Int
        /// Sections with a usable term; two of one language are one in the concept.
        var sections: [Section] = []
    }

    struct Section {
        var range: ByteRange
        /// The term sections that became terms.
        var terms: [ByteRange] = []
    }

    var isVersion2 = false
    var isDCT = false
    /// The entries that became concepts, in their order.
    var entries: [Entry] = []
    /// Where `</body>` begins, or what stands behind `<body/>`; `nil` for a file without a body.
    var bodyEnd: Int?

    private var entry = Entry(range: 0..<0, contentStart: 0)
    private var section = Section(range: 0..<0)
    private var termStart = 0

    mutating func start(_ level: TBXEntryBuilder.Level, _ tag: ByteRange) {
        switch level {
        case .concept: entry = Entry(range: tag, contentStart: tag.upperBound)
        case .language: section = Section(range: tag)
        case .term: termStart = tag.lowerBound
        case .matter: break
        }
    }

    /// - Parameter isTaken: whether it became a part of the glossary.
    mutating func end(_ level: TBXEntryBuilder.Level, _ tag: ByteRange, isTaken: Bool) {
        switch level {
        case .concept:
            entry.range = entry.range.lowerBound..<tag.upperBound
            if isTaken { entries.append(entry) }
        case .language:
            section.range = section.range.lowerBound..<tag.upperBound
            if isTaken { entry.sections.append(section) }
        case .term:
            if isTaken { section.terms.append(termStart..<tag.upperBound) }
        case .matter: break
        }
    }
}
