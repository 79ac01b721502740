import Dragoman
import TestSupport
import Testing

@Suite struct AnalysisTests {
    private func articles(_ texts: [String]) throws -> [PressArticle] {
        let desk = PressDesk(
            shelf: GlossaryShelf(hasDefaults: false),
            options: .init(
                language: "en", targets: ["fr"], sentences: .init(options: .init(newlines: .line)), profile: .text))
        return try texts.enumerated().map { try desk.process(Array($1.utf8), name: "\($0).txt") }
    }

    private func memory(_ lines: [(UTF8Text, Context)]) throws -> [MatchMemory] {
        let store = try SQLiteStore()
        let units = lines.map { text, context in
            TranslationUnit(
                sourceLanguage: "en",
                variants: [
                    Variant(language: "en", segment: InlineText(text)), Variant(language: "fr", segment: "x"),
                ], context: context)
        }
        try store.write(units, revision: RevisionInfo(date: .now, tool: "test", action: "test"))
        return [MatchMemory(store)]
    }

    private func show(_ report: AnalysisReport) -> String {
        AnalysisBand.allCases.compactMap { band in
            let counts = report[band]
            return counts.segments == 0
                ? nil : "\(band.rawValue): \(counts.segments)/\(counts.words)/\(counts.characters)"
        }.joined(separator: "; ")
    }

    @Test func eachSegmentIsInOneBand() async throws {
        let memories = try memory([
            ("The digital economy is growing fast here now.", Context()),
            ("They will meet again.", Context(previous: "The ministers met.")),
            ("Nothing else matters to the people of the town.", Context()),
        ])
        let files = try articles([
            "The ministers met.\nThey will meet again.\nThe digital economy is growing fast here now.\n"
                + "The digital economy is growing fast here today.\nThe digital Economy is growing fast here now.",
            "The ministers met.\nNothing else matters to the people.\nThe ministers met again.\nEntirely new words stand here.",
        ])
        let reports = try await Analysis(memories: memories, to: "fr").reports(files)
        #expect(show(reports[0]) == "context: 1/4/18; 100: 1/8/38; 95-99: 1/8/38; 85-94: 1/8/40; new: 1/3/16")
        #expect(
            show(reports[1])
                == "repetition: 1/3/16; 50-74: 1/6/30; internal 75-84: 1/4/21; new: 1/5/26")
        #expect(reports[1].repeatedAcrossFiles.segments == 1)
        let sum = AnalysisReport.sum(reports)
        #expect(sum.total.segments == 9)
        #expect(sum[.new].words == 8)
        #expect(sum.language == "en")
    }

    @Test func repetitionsStandBeforeExactOnesUnlessAskedOtherwise() async throws {
        let memories = try memory([("The same line.", Context())])
        let files = try articles(["The same line.\nThe same line.\nThe same line."])
        #expect(
            show(try await Analysis(memories: memories, to: "fr").reports(files)[0])
                == "repetition: 2/6/24; 100: 1/3/12")
        #expect(
            show(try await Analysis(memories: memories, to: "fr", putsExactFirst: true).reports(files)[0])
                == "100: 3/9/36")
    }

    @Test func withoutMemoriesOnlyTheFilesCount() async throws {
        let reports = try await Analysis(memories: [], to: "fr").reports(try articles(["One line.\nOne line.", ""]))
        #expect(show(reports[0]) == "repetition: 1/2/8; new: 1/2/8")
        #expect(show(reports[1]) == "")
    }

    /// The bands are those that comparing everything with everything gives.
    @Test func bandsAreThoseOfBruteForce() async throws {
        var random = SplitMix(seed: 12)
        let words = ["one", "two", "three", "five", "5", "60"]
        func line() -> String {
            (0..<Int.random(in: 2...6, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
                .joined(separator: " ") + "."
        }
        let known = (0..<30).map { _ in line() }
        try await expectBandsOfBruteForce(known, (0..<3).map { _ in (0..<80).map { _ in line() } })
    }

    /// So they are for lines that differ in a few words, where a likely twin is compared first: names and figures that are
    /// rare or frequent, capitals, marks, and forms of a word.
    @Test func bandsOfNearlyEqualLinesAreThoseOfBruteForce() async throws {
        var random = SplitMix(seed: 31)
        func pick(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
        func line() -> String {
            let name = "N\(Int.random(in: 0..<300, using: &random))x"
            let town = pick(["Accra", "Lagos", "Nairobi", "Dakar"])
            switch Int.random(in: 0..<4, using: &random) {
            case 0: return "The \(name) group met the ministers in \(town)\(pick([".", "!", ""]))"
            case 1:
                return "In \(town) the \(pick(["price", "prices", "Price"])) of \(name) rose by "
                    + "\(Int.random(in: 1...20, using: &random)) percent."
            case 2: return "\(name) \(name) \(town)"
            default: return "The \(name) \(pick(["group meets", "group met", "groups met"])) ministers in \(town)."
            }
        }
        try await expectBandsOfBruteForce(
            (0..<10).map { _ in line() }, (0..<2).map { _ in (0..<90).map { _ in line() } })
    }

    private func expectBandsOfBruteForce(_ known: [String], _ lines: [[String]]) async throws {
        let files = try articles(lines.map { $0.joined(separator: "\n") })
        let reports = try await Analysis(
            memories: try memory(Set(known).sorted().map { (UTF8Text($0), Context()) }), to: "fr"
        ).reports(files)
        var seen: [UTF8Text] = []
        func best(_ text: UTF8Text, _ others: [UTF8Text]) -> Int {
            others.map { FuzzyComparison(query: text, match: $0, language: "en").score }.filter { $0 >= 50 }.max() ?? 0
        }
        for (file, report) in zip(files, reports) {
            var bands: [AnalysisBand: Int] = [:]
            for segment in file.segments {
                let memory = best(segment.text, known.map { UTF8Text($0) })
                let inside = best(segment.text, seen.filter { $0 != segment.text })
                let name =
                    switch max(memory, inside) {
                    case _ where seen.contains(segment.text): "repetition"
                    case 100: "100"
                    case 95...: "95-99"
                    case 85...: "85-94"
                    case 75...: "75-84"
                    case 50...: "50-74"
                    default: "new"
                    }
                let isInside = name.contains("-") && inside > memory
                bands[try #require(AnalysisBand(rawValue: (isInside ? "internal " : "") + name)), default: 0] += 1
                seen.append(segment.text)
            }
            #expect(report.bands.mapValues(\.segments) == bands)
        }
    }
}
