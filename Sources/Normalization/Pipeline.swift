public import UnicodeText

/// From bytes to an article: decode, extract, clean, label.
public struct Pipeline: Sendable {
    public var profile: Profile
    /// The language of the copy where it is known; otherwise it is identified.
    public var language: LanguageTag?
    /// The format of the copy where it is known; otherwise its content tells. The text profile reads any text as it is.
    public var format: PressFormat?
    /// What is set by the conventions of the language, after all else; nothing unless asked for.
    public var conventions = Conventions()

    public init(profile: Profile = .press, language: LanguageTag? = nil, format: PressFormat? = nil) {
        self.profile = profile
        self.language = language
        self.format = format
    }

    /// Steps in the order they work. Composition comes last: it must see what the others made.
    public static let steps: [any Step] = [
        ReferenceRepair(), Spaces(), Composition(),
    ]

    /// The steps for a text whose references its format resolved: resolved twice, they would say something else.
    static let resolvedSteps: [any Step] = [CharacterRepair(), Spaces(), Composition()]

    /// The steps for a text that is kept whole: its blanks and line breaks are its own.
    public static let textSteps: [any Step] = [
        ReferenceRepair(), Composition(),
    ]

    /// The text whole, with what is certain repaired.
    public func repaired(_ text: UTF8Text) -> (text: UTF8Text, edits: EditMap) { Self.textSteps.apply(to: text) }

    /// The article that a source holds. O(n).
    public func article(from source: SourceText) -> Article {
        if profile == .text { return wholeText(source) }
        let copy = FormattedCopy.read(source, as: format)
        let (guess, labeller) = reader(of: copy)
        return article(from: source, copy, guess, labeller, Self.weighed(copy.blocks[...], labeller))
    }

    /// The same, the lines of a long text weighed on all cores.
    public func articleOnAllCores(from source: SourceText) async -> Article {
        if profile == .text { return wholeText(source) }
        let copy = FormattedCopy.read(source, as: format)
        let (guess, labeller) = reader(of: copy)
        let blocks = copy.blocks
        guard blocks.count > Self.pieceCount * 2 else {
            return article(from: source, copy, guess, labeller, Self.weighed(blocks[...], labeller))
        }
        let pieces = stride(from: 0, to: blocks.count, by: Self.pieceCount).map {
            $0..<min(blocks.count, $0 + Self.pieceCount)
        }
        var lines: [LabelledBlock] = []
        lines.reserveCapacity(blocks.count)
        for piece in await Pieces.results(of: pieces, { Self.weighed(blocks[$0], labeller) }) { lines += piece }
        return article(from: source, copy, guess, labeller, consume lines)
    }

    /// Blocks of a long text that one task weighs.
    private static let pieceCount = 4096

    /// The language of the copy, and what labels its lines.
    private func reader(of copy: FormattedCopy) -> (guess: LanguageIdentifier.Guess, labeller: Labeller) {
        let guess = identify(copy.blocks.lazy.map { $0.text }, claimed: copy.tree?.claims.language)
        return (guess, Labeller(language: guess.language))
    }

    /// The blocks cleaned and weighed, each by itself.
    private static func weighed(_ blocks: ArraySlice<RawBlock>, _ labeller: Labeller) -> [LabelledBlock] {
        var lines: [LabelledBlock] = []
        lines.reserveCapacity(blocks.count)
        for block in blocks {
            guard var line = cleaned(block) else { continue }
            if line.place.declaredKind == nil { labeller.weigh(&line) }
            lines.append(line)
        }
        return lines
    }

    private func article(
        from source: SourceText, _ copy: FormattedCopy, _ guess: LanguageIdentifier.Guess, _ labeller: Labeller,
        _ weighed: consuming [LabelledBlock]
    ) -> Article {
        // Moved, not copied: a long text has many.
        var lines = consume weighed
        labeller.label(&lines, tree: copy.tree)
        let blocks = conventions.applied(to: lines.map { $0.block }, in: guess.language)
        return Article(
            source: source, language: guess, blocks: blocks, format: copy.format, diagnostics: copy.diagnostics)
    }

    /// The blocks of a source, each cleaned and weighed by itself.
    func weighedLines(of source: SourceText, as format: PressFormat) -> [LabelledBlock] {
        let copy = FormattedCopy.read(source, as: format)
        return Self.weighed(copy.blocks[...], reader(of: copy).labeller)
    }

    /// A block with clean text; `nil` if nothing is left of it.
    private static func cleaned(_ raw: RawBlock) -> LabelledBlock? {
        var block = Block(text: raw.text, extent: raw.extent, edits: raw.edits)
        if !SettledLine.holds(for: raw.text) {
            let raw = raw.asOneLine
            let (text, edits) = (raw.hasResolvedReferences ? resolvedSteps : steps).apply(to: raw.text)
            guard !text.isEmpty else { return nil }
            block.text = text
            block.edits = raw.edits.composed(with: edits)
        }
        return LabelledBlock(block: block, place: raw.place, features: LineFeatures(block.text))
    }

    private func wholeText(_ source: SourceText) -> Article {
        let (text, edits) = repaired(source.text)
        let block = Block(kind: .body, text: text, extent: source.text.all, edits: edits)
        let blocks = text.isEmpty ? [] : [block]
        let guess = identify(blocks.map { $0.text })
        return Article(
            source: source, language: guess, blocks: conventions.applied(to: blocks, in: guess.language))
    }

    /// By the longest blocks, which are the copy and not the menus; where they do not tell, by what the page says.
    private func identify(
        _ blocks: some RandomAccessCollection<UTF8Text>, claimed: LanguageTag? = nil
    ) -> LanguageIdentifier.Guess {
        if let language { return LanguageIdentifier.Guess(language: language, share: 1, isReliable: true) }
        var sample: [UInt8] = []
        // Ten sentences tell a language; of a few blocks more of each is taken.
        let longest = Self.longest(10, of: blocks)
        let length = 1_600 / max(1, longest.count)
        for index in longest {
            sample.append(contentsOf: blocks[index].bytes.prefix(length))
            sample.append(0x0A)
        }
        // A prefix may end inside a character.
        let text = Self.textSteps.apply(to: CharacterDecoder.decodeUTF8(sample).text).text
        let guess = LanguageIdentifier.identify(text)
        if !guess.isReliable, let claimed, claimed != .undetermined {
            return LanguageIdentifier.Guess(language: claimed, share: guess.share, isReliable: false)
        }
        return guess
    }

    /// Indices of the longest blocks, the longest first. O(blocks × count).
    private static func longest<Texts: RandomAccessCollection<UTF8Text>>(_ count: Int, of blocks: Texts) -> [Texts
        .Index]
    {
        var found: [Texts.Index] = []
        for index in blocks.indices {
            let length = blocks[index].count
            if found.count == count, let last = found.last, blocks[last].count >= length { continue }
            let place = found.partitionIndex { blocks[$0].count >= length }
            found.insert(index, at: place)
            if found.count > count { found.removeLast() }
        }
        return found
    }
}
