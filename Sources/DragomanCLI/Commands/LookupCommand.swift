import ArgumentParser
import Dragoman

struct LookupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup",
        abstract: "Terms in the glossaries, and where the memory has them.",
        discussion: """
            dragoman lookup "digital economy" --to fr,sw
            dragoman lookup --from fr "économie numérique"

            Case, accents and inflection do not matter. Nothing found ends with code 1 and offers near misses. Of the memory
            the first sentences with the term are shown, the concept's terms marked on both sides.
            """)

    @Argument(help: "The term; several may be asked for at once.")
    var terms: [String]

    @Option(help: "Languages to answer in, with commas between; all of the glossaries if not given.")
    var to: LanguageList?

    @Option(help: "Language of the question.")
    var from: LanguageTag = .english

    @OptionGroup var glossaries: GlossaryOptions
    @OptionGroup var memory: MemoryOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let shelf = try glossaries.shelf(output.console)
        let lookup = try shelf.lookup(in: from, targets: to?.languages)
        let store = memory.exists ? try memory.open(readOnly: true) : nil
        let out = try OutputFile(output.output)
        let printer = LookupPrinter(
            from: from, targets: to?.languages, output: out,
            sentences: SearchPrinter(languages: to?.languages, output: out, options: output))
        var foundAll = true
        var answers: [LookupAnswer] = []
        for term in terms {
            let question = UTF8Text(term)
            var answer = LookupAnswer(question: question, results: lookup.results(for: question))
            if answer.results.isEmpty { answer.suggestions = lookup.suggestions(for: question, limit: 5) }
            if let store {
                answer.sentences = try sentences(for: answer, in: store)
            }
            if answer.results.isEmpty { foundAll = foundAll && !answer.sentences.isEmpty }
            answers.append(answer)
        }
        if output.json {
            try printer.json(answers)
        } else {
            for (index, answer) in answers.enumerated() {
                if index > 0 { try out.line("") }
                try printer.print(answer, console: output.console)
            }
        }
        try out.finish()
        if !foundAll { throw ExitCode(1) }
    }
}

extension LookupCommand {
    private static let sentences = 3

    /// The first sentences of the memory with the question, then those with the terms that answer it, then those that are linked to
    /// their concepts, in which a term may stand in another form.
    private func sentences(for answer: LookupAnswer, in store: SQLiteStore) throws -> [ConcordanceHit] {
        var hits: [ConcordanceHit] = []
        var known: Set<Int64> = []
        func add(_ hit: ConcordanceHit) {
            guard hits.count < Self.sentences, known.insert(hit.unit.id ?? -1).inserted else { return }
            hits.append(hit)
        }
        var texts = [answer.question]
        for result in answer.results.prefix(8) where !texts.contains(result.term.text) {
            texts.append(result.term.text)
        }
        for text in texts where hits.count < Self.sentences && !text.isBlank {
            let query = ConcordanceQuery(
                include: [.init(text, language: from)], mode: .allWords, wanted: to?.languages ?? [],
                limit: Self.sentences)
            try store.search(query).forEach(add)
        }
        guard !answer.results.isEmpty else { return hits }
        let occurrences = ConceptOccurrences(answer.results)
        if hits.count < Self.sentences {
            var filter = UnitFilter.all
            filter.concepts = occurrences.links
            let query = ConcordanceQuery(
                include: [], wanted: to?.languages ?? [], filter: filter, limit: known.count + Self.sentences)
            try SearchCommand.forEachUnit(of: occurrences, query, in: store, add)
        }
        return hits.map { occurrences.marked($0, in: to?.languages) }
    }
}

/// What is known of one question.
struct LookupAnswer {
    let question: UTF8Text
    let results: [LookupResult]
    var suggestions: [LookupResult] = []
    var sentences: [ConcordanceHit] = []
}
