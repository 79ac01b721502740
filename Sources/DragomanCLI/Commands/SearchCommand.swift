import ArgumentParser
import Dragoman

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Concordance: units of the memory in which texts occur, on any side.",
        discussion: """
            dragoman search "digital economy"
            dragoman search 'digit*' '*tion' --lang en
            dragoman search 'digital * economy' --to fr,zh
            dragoman search --source bank --without-target banque --to fr
            dragoman search --term digital-technology/digital-economy --to fr
            dragoman search --term "digital economy" --source government

            A TEXT is found whatever its case and white space, also inside of words; an accent that it lacks does not matter,
            one that it has does. * stands for any letters and digits of a word, ? for one of them (where one follows; else
            it ends a question), a * by itself for up to five words. A word with a wildcard is a whole word. \\* is an
            asterisk, \\? a question mark. Whole words come first, then the very characters, then near and short ones.
            """)

    @Argument(help: "Texts that must all occur.")
    var texts: [String] = []

    @Option(help: "A text that must occur in the source; may be repeated.")
    var source: [String] = []

    @Option(help: "A text that must occur in a translation (in the languages of --to); may be repeated.")
    var target: [String] = []

    @Option(help: "A text that must not occur; may be repeated.")
    var without: [String] = []

    @Option(help: "A text that must not occur in the source; may be repeated.")
    var withoutSource: [String] = []

    @Option(help: "A text that no translation has, where there is one (in the languages of --to); may be repeated.")
    var withoutTarget: [String] = []

    @Option(help: "Look for TEXT and --without only in these languages, with commas between.")
    var lang: LanguageList?

    @Option(
        help: """
            Only units in which a term of this concept was found (glossary/concept, or a term in the language of --from); \
            without a text all of them, by number.
            """)
    var term: String?

    @Option(help: "Language of --term.")
    var from: LanguageTag = .english

    @Flag(help: "Each word of a text by itself, whole, in any order.")
    var words = false

    enum Order: String, ExpressibleByArgument, CaseIterable {
        case relevance, newest
        case memory = "memory-order"
    }

    @Option(help: "What comes first.")
    var sort = Order.relevance

    @Option(help: "Most units to print, the first ones of the order; 0 for all.")
    var limit = 50

    @Option(help: "Print only these languages beside the one with the hit; units that have them come first.")
    var to: LanguageList?

    @OptionGroup var origins: OriginOptions
    @OptionGroup var memory: MemoryOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard limit >= 0 else { throw ValidationError("--limit wants a number from 0 up") }
        let hasTexts = !(texts + source + target).isEmpty
        guard hasTexts || term != nil else { throw ValidationError("there is no text to look for") }
        if !hasTexts {
            guard (without + withoutSource + withoutTarget).isEmpty, lang == nil, !words else {
                throw ValidationError("--without, --lang and --words want a text to look for")
            }
            if sort == .newest { throw ValidationError("--sort newest wants a text to look for") }
        }
        if term != nil, !origins.concept.isEmpty || origins.subject != nil {
            throw ValidationError("--term goes with neither --concept nor --subject")
        }
        for text in texts + source + target + without + withoutSource + withoutTarget
        where UTF8Text(text).isBlank {
            throw ValidationError("a text to look for is empty")
        }
    }

    func run() throws {
        var filter = try origins.filter(output.console)
        let concepts = try term.map { try self.concepts(of: $0) }
        if let concepts { filter.concepts = concepts.links }
        let query = query(filter)
        let store = try memory.openExisting()
        let out = try OutputFile(output.output)
        let printer = SearchPrinter(languages: to?.languages, output: out, options: output)
        var progress = Progress(quiet: output.quiet)
        var count = 0
        if output.json { try out.write("[") }
        do {
            // The first search in a large memory takes some seconds; whoever waits sees why.
            func show(_ done: Int, _ total: Int) {
                progress.update("making the concordance index: \(done) of \(total) units")
            }
            let find = { (body: (ConcordanceHit) throws -> Void) in
                guard let concepts, query.include.isEmpty else {
                    return try store.forEachHit(query, indexing: show, body)
                }
                try Self.forEachUnit(of: concepts, query, in: store, body)
            }
            try find { hit in
                progress.finish()
                if output.json {
                    if count > 0 { try out.write(",") }
                    var writer = JSONWriter()
                    printer.json(hit, to: &writer)
                    try out.write(writer.bytes)
                } else {
                    try printer.print(hit)
                }
                count += 1
            }
        } catch let error as ConcordanceQueryError {
            throw ValidationError("\(error)")
        }
        progress.finish()
        if output.json { try out.line("]") }
        try out.finish()
        if count == 0 {
            if term != nil {
                output.console.report(
                    Diagnostic(
                        .note, code: "search.links", file: memory.path, message: "no unit is linked to this term",
                        hint: "dragoman memory relink looks for the terms of the glossaries anew"))
            }
            throw ExitCode(1)
        }
    }

    private func concepts(of term: String) throws -> ConceptOccurrences {
        if let concepts = try ConceptOccurrences(term, in: from, origins.glossaries.shelf(output.console)) {
            return concepts
        }
        throw Diagnostic(
            .error, code: "glossary.term", message: "no glossary has the term \(term) in \(from)",
            hint: "dragoman lookup finds near ones")
    }

    private struct Enough: Error {}

    /// The units of concepts, by number, as many as the query asks for.
    static func forEachUnit(
        of concepts: ConceptOccurrences, _ query: ConcordanceQuery, in store: SQLiteStore,
        _ body: (ConcordanceHit) throws -> Void
    ) throws {
        var count = 0
        do {
            try store.forEachUnit(where: query.filter) { unit in
                try body(concepts.hit(in: unit))
                count += 1
                if count == query.limit { throw Enough() }
            }
        } catch is Enough {
            return
        }
    }

    private func query(_ filter: UnitFilter) -> ConcordanceQuery {
        func terms(_ texts: [String], _ languages: LanguageList?, _ side: ConcordanceQuery.Term.Side = .any)
            -> [ConcordanceQuery.Term]
        {
            texts.map { .init(UTF8Text($0), languages: languages?.languages ?? [], side: side, hasWildcards: true) }
        }
        let order: ConcordanceQuery.Order =
            switch sort {
            case .relevance: .relevance
            case .newest: .newest
            case .memory: .memory
            }
        return ConcordanceQuery(
            include: terms(texts, lang) + terms(source, nil, .source) + terms(target, to, .target),
            exclude: terms(without, lang) + terms(withoutSource, nil, .source) + terms(withoutTarget, to, .target),
            mode: words ? .allWords : .substring, order: order, wanted: to?.languages ?? [], filter: filter,
            limit: limit)
    }
}
