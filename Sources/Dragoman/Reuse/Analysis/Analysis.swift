internal import FuzzyMatching
public import TranslationMemory
public import UnicodeText

/// Counts how much of a set of files the memories know, and how much the files know of each other.
///
/// O(segments · look-up). The texts of all files are held at once, and an index of them.
public struct Analysis: Sendable {
    private let memories: [MatchMemory]
    private let target: LanguageTag
    private let putsExactFirst: Bool

    /// - Parameter putsExactFirst: Whether a repetition that the memory knows to the letter counts as 100 and not as a
    ///   repetition.
    public init(memories: [MatchMemory], to target: LanguageTag, putsExactFirst: Bool = false) {
        self.memories = memories
        self.target = target
        self.putsExactFirst = putsExactFirst
    }

    /// A segment of a file, and what is known of it.
    private struct Line: Sendable {
        let text: UTF8Text
        let context: Context
        var counts = AnalysisCounts()
        var memory = 0
        var inside = 0
    }

    /// A report for each article, in order; on all cores.
    ///
    /// - Throws: What a store throws.
    public func reports(_ articles: [PressArticle]) async throws -> [AnalysisReport] {
        var reports: [AnalysisReport] = []
        // A text of another language is no repetition.
        var files: [LanguageTag: [(index: Int, lines: [Line])]] = [:]
        for (index, article) in articles.enumerated() {
            reports.append(AnalysisReport(name: article.name, language: article.language))
            let texts = article.segments.map(\.text)
            let lines = texts.indices.map { Line(text: texts[$0], context: .place(of: $0, in: texts)) }
            files[article.language, default: []].append((index, lines))
        }
        for (language, files) in files {
            let lines = try await measured(files.flatMap(\.lines), in: language)
            var seen: [UTF8Text: Int] = [:]
            var position = 0
            for file in files {
                for line in lines[position..<position + file.lines.count] {
                    add(line, first: seen[line.text], file: file.index, to: &reports[file.index])
                    if seen[line.text] == nil { seen[line.text] = file.index }
                }
                position += file.lines.count
            }
        }
        return reports
    }

    private func add(_ line: Line, first: Int?, file: Int, to report: inout AnalysisReport) {
        var band = AnalysisBand(memory: line.memory, inside: line.inside)
        if let first, band != .context, band != .exact || !putsExactFirst {
            band = .repetition
            if first != file { report.repeatedAcrossFiles += line.counts }
        }
        report.bands[band, default: .init()] += line.counts
    }

    /// Segments that one task looks up.
    private static let pieceCount = 64

    /// The lines of one language with their sizes and best scores.
    private func measured(_ lines: [Line], in language: LanguageTag) async throws -> [Line] {
        let matcher = try Matcher(
            memories: memories, from: language, to: target, minimum: AnalysisBand.lowestScore)
        // A text that comes again is a repetition and need not be compared.
        let texts = DistinctTexts(lines.map(\.text))
        let inside = try InnerMatches(texts.all, in: language)
        let pieces = stride(from: 0, to: lines.count, by: Self.pieceCount).map {
            $0..<min(lines.count, $0 + Self.pieceCount)
        }
        let results = await Pieces.results(of: pieces) { piece in
            Result {
                let counter = WordCounter()
                let moment = try matcher.now()
                return try piece.map { place in
                    var line = lines[place]
                    line.counts = AnalysisCounts(
                        segments: 1, words: counter.count(line.text), characters: Self.characters(line.text))
                    let query = MatchQuery(line.text, context: line.context)
                    line.memory = try matcher.matches(for: query, best: 1, at: moment).first?.score ?? 0
                    if let number = texts.number(ofFirst: place) { line.inside = try inside.best(before: number) }
                    return line
                }
            }
        }
        await matcher.finishMerging()
        return try results.flatMap { try $0.get() }
    }

    private static func characters(_ text: UTF8Text) -> Int {
        text.placedScalars.reduce(0) { $0 + ($1.scalar.kind == .space || $1.scalar.kind == .control ? 0 : 1) }
    }
}
