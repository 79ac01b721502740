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
    /// Whether blocks tell what led to their kinds, which takes time and memory for every line.
    public var givesEvidence = true

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

    /// Makes the tables that all copy needs, which takes as long as reading a few megabytes does, and can be done meanwhile.
    package static func prepare() {
        _ = MisreadEncodings.shared
        LanguageIdentifier.prepare()
    }

    /// The text whole, with what is certain repaired.
    public func repaired(_ text: UTF8Text) -> (text: UTF8Text, edits: EditMap) { Self.textSteps.apply(to: text) }

    /// The article that a source holds. O(n).
    public func article(from source: SourceText) -> Article {
        if profile == .text { return wholeText(source) }
        let copy = FormattedCopy.read(source, as: format)
        let (guess, labeller) = reader(of: copy)
        return article(from: source, copy, guess, labeller, surveyed(copy.blocks, labeller))
    }

    /// The same, the lines of a long text found and weighed on all cores.
    public func articleOnAllCores(from source: SourceText) async -> Article {
        if profile == .text { return wholeText(source) }
        let copy = await FormattedCopy.readOnAllCores(source, as: format)
        let (guess, labeller) = reader(of: copy)
        let isLong = copy.blocks.count > Self.pieceCount * 2
        let lines = isLong ? surveyedOnAllCores(copy.blocks, labeller) : surveyed(copy.blocks, labeller)
        return article(from: source, copy, guess, labeller, lines)
    }

    /// Blocks of a long text that one task weighs.
    private static let pieceCount = 4096

    /// The language of the copy, and what labels its lines.
    private func reader(of copy: FormattedCopy) -> (guess: LanguageIdentifier.Guess, labeller: Labeller) {
        let guess = identify(copy.blocks, claimed: copy.tree?.claims.language)
        return (guess, Labeller(language: guess.language))
    }

    /// The blocks of a piece cleaned and weighed, each by itself.
    private func weighed(
        _ blocks: RawBlocks, _ piece: Range<Int>, _ labeller: Labeller,
        in room: UnsafeMutableBufferPointer<LabelledBlock>
    ) -> UnsafeMutableBufferPointer<LabelledBlock> {
        var weigher = LineWeigher(room, keepsEvidence: givesEvidence)
        switch blocks {
        case .made(let blocks): for block in blocks[piece] { weigher.take(block, labeller) }
        case .plain(let lines): weigher.take(lines, piece, labeller)
        }
        return weigher.lines
    }

    private func weighed(_ blocks: RawBlocks, _ labeller: Labeller) -> [LabelledBlock] {
        [LabelledBlock](unsafeUninitializedCapacity: blocks.count) { room, count in
            count = weighed(blocks, 0..<blocks.count, labeller, in: room).count
        }
    }

    private func surveyed(_ blocks: RawBlocks, _ labeller: Labeller) -> SurveyedLines {
        let lines = weighed(blocks, labeller)
        guard case .plain = blocks else { return SurveyedLines(lines) }
        return SurveyedLines(lines, LineSurvey(lines))
    }

    private func surveyedOnAllCores(_ blocks: RawBlocks, _ labeller: Labeller) -> SurveyedLines {
        let (lines, surveys) = [LabelledBlock].filledInPlace(count: blocks.count, size: Self.pieceCount) {
            piece, room in
            let lines = weighed(blocks, piece, labeller, in: room)
            guard case .plain = blocks else { return (lines.count, LineSurvey()) }
            return (lines.count, LineSurvey(UnsafeBufferPointer(lines)))
        }
        return SurveyedLines(lines, LineSurvey(surveys))
    }

    private func article(
        from source: SourceText, _ copy: FormattedCopy, _ guess: LanguageIdentifier.Guess, _ labeller: Labeller,
        _ surveyed: consuming SurveyedLines
    ) -> Article {
        // Moved, not copied: a long text has many.
        var (lines, survey) = surveyed.taken()
        if case .plain = copy.blocks {
            labeller.guess(&lines, survey, tree: nil)
        } else {
            labeller.label(&lines, tree: copy.tree)
        }
        let blocks = conventions.applied(to: Self.blocks(of: lines), in: guess.language)
        // To take so many apart takes a while, and can be done beside what comes next.
        if lines.count > Self.pieceCount * 2 { Task.detached { [lines] in withExtendedLifetime(lines) {} } }
        return Article(
            source: source, language: guess, blocks: blocks, format: copy.format, diagnostics: copy.diagnostics)
    }

    private static func blocks(of lines: [LabelledBlock]) -> [Block] {
        if lines.count <= pieceCount * 2 { return lines.map { $0.block } }
        return [Block].filledInPlace(count: lines.count, size: pieceCount) { piece, room in
            for (place, index) in piece.enumerated() { room.initializeElement(at: place, to: lines[index].block) }
            return (piece.count, ())
        }.elements
    }

    /// The blocks of a source, each cleaned and weighed by itself.
    func weighedLines(of source: SourceText, as format: PressFormat) -> [LabelledBlock] {
        let copy = FormattedCopy.read(source, as: format)
        return weighed(copy.blocks, reader(of: copy).labeller)
    }

    private func wholeText(_ source: SourceText) -> Article {
        let (text, edits) = repaired(source.text)
        let block = Block(kind: .body, text: text, extent: source.text.all, edits: edits)
        let blocks = text.isEmpty ? [] : [block]
        let guess = identify(.made(blocks.map { RawBlock(extent: $0.extent, text: $0.text, edits: $0.edits) }))
        return Article(
            source: source, language: guess, blocks: conventions.applied(to: blocks, in: guess.language))
    }

    /// By the longest blocks, which are the copy and not the menus; where they do not tell, by what the page says.
    private func identify(_ blocks: RawBlocks, claimed: LanguageTag? = nil) -> LanguageIdentifier.Guess {
        if let language { return LanguageIdentifier.Guess(language: language, share: 1, isReliable: true) }
        var sample: [UInt8] = []
        // Ten sentences tell a language; of a few blocks more of each is taken.
        let longest = Self.longest(10, of: blocks)
        let length = 1_600 / max(1, longest.count)
        for index in longest {
            sample.append(contentsOf: blocks.bytes(at: index).prefix(length))
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
    private static func longest(_ count: Int, of blocks: RawBlocks) -> [Int] {
        var found: [(index: Int, length: Int)] = []
        // The shortest that is among them once there are enough.
        var least = -1
        blocks.forEachLength { index, length in
            if length <= least { return }
            let place = found.partitionIndex { $0.length >= length }
            found.insert((index, length), at: place)
            if found.count > count { found.removeLast() }
            if found.count == count { least = found[count - 1].length }
        }
        return found.map(\.index)
    }
}
