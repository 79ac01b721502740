import ArgumentParser
import Dragoman

struct TermsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "terms",
        abstract: "Terms of the glossaries in a text, with their places.",
        discussion: """
            dragoman terms release.txt --to fr,sw
            dragoman terms --jsonl --to fr <records.jsonl
            dragoman terms --extract *.html -o proposed.tbx
            dragoman terms --extract *.html --to fr --memory memory.db

            A line for each term: its place, the form found, the term, how they differ (exact, folded, toneless, inflected),
            the concept and its targets. Of terms that overlap the leftmost and longest is given.
            """)

    @Argument(help: "Text in any encoding. None or - for standard input.")
    var files: [String] = []

    @Option(help: "Languages to give the terms in, with commas between.")
    var to: LanguageList?

    @Option(help: "Language of the text; identified if not given.")
    var lang: LanguageTag?

    @Flag(help: "Terms inside others, and all that a form may be, too.")
    var overlapping = false

    @Flag(help: "Terms inside longer words too (de, nl, sv, da, nb, fi, hu); some of these are none.")
    var compounds = false

    @Flag(help: "Tell what led from the term to another form: prefix, ending, irregular form.")
    var explain = false

    @OptionGroup var extraction: ExtractionOptions
    @OptionGroup var worker: WorkerOptions
    @OptionGroup var glossaries: GlossaryOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let inputs = try InputFile.named(files)
        let shelf = try glossaries.shelf(output.console)
        let targets = to?.languages ?? []
        let out = try OutputFile(output.output)
        if worker.jsonl { return try await answerRecords(inputs, shelf, targets, out) }
        if extraction.extract { return try await proposeTerms(inputs, shelf, out) }
        var failures = Failures(output.console)
        var found = 0
        for input in inputs {
            try failures.attempt {
                let source = try SourceText(try input.read(), name: input.path)
                let language = Self.language(lang, source.text)
                let matcher = try shelf.matcher(for: language, targets: targets)
                let scanner = matcher.scanner(compounds: compounds)
                if output.json {
                    var writer = JSONWriter()
                    try writer.object { writer in
                        writer.member("name", input.path)
                        writer.member("lang", language.description)
                        try write(scanner, matcher, source.text, targets, to: &writer) { writer in
                            found += 1
                            if writer.bytes.count > 1 << 16 { try out.write(writer.takeBytes()) }
                        }
                    }
                    writer.newline()
                    return try out.write(writer.bytes)
                }
                var lines = LinePlaces(source.text)
                try scanner.forEachOccurrence(in: source.text, overlapping: overlapping) { occurrence in
                    found += 1
                    let place = lines.place(of: occurrence.range.lowerBound)
                    try print(occurrence, "\(source.name):\(place.line):\(place.column)", matcher, targets, to: out)
                }
            }
        }
        try out.finish()
        try failures.finish()
        if found == 0 { throw ExitCode(1) }
    }

    /// `file:line:column`, the form found, the term, its form, its concept, the rules if asked for, its targets; tabs
    /// between.
    private func print(
        _ occurrence: TermOccurrence, _ place: String, _ matcher: TermMatcher, _ targets: [LanguageTag],
        to out: OutputFile
    ) throws {
        let concept = matcher.concept(of: occurrence)
        var fields = [
            place, occurrence.found.onOneLine.description,
            occurrence.term.text.description, occurrence.form.rawValue, matcher.link(of: occurrence),
        ]
        if explain { fields.append(occurrence.rules.joined(separator: ", ")) }
        for target in targets {
            fields.append("\(target)=\(concept.preferredTerm(in: target)?.text.description ?? "")")
        }
        try out.line(fields.joined(separator: "\t"))
    }

    private func answerRecords(
        _ inputs: [InputFile], _ shelf: GlossaryShelf, _ targets: [LanguageTag], _ out: OutputFile
    ) async throws {
        // One desk for each list of targets: matchers are made once a language.
        let desks = LimitedCache<[LanguageTag], PressDesk>(limit: 64)
        try await Worker(isStrict: worker.strict, output: out).run(inputs) {
            record, writer in
            let text = try record.text()
            let language = try record.language() ?? Self.language(lang, text)
            let wanted = try record.languages("to") ?? targets
            let desk = desks.value(for: wanted) { PressDesk(shelf: shelf, options: .init(targets: $0)) }
            let matcher = try desk.matcher(for: language)
            try write(matcher.scanner(compounds: compounds), matcher, text, wanted, to: &writer)
        }
    }

    private static func language(_ given: LanguageTag?, _ text: UTF8Text) -> LanguageTag {
        if let given { return given }
        let guess = LanguageIdentifier.identify(text).language
        return guess == .undetermined ? .english : guess
    }

    /// The member `terms`; nothing of a text that is full of terms is held but what is written.
    private func write(
        _ scanner: TermScanner, _ matcher: TermMatcher, _ text: UTF8Text, _ targets: [LanguageTag],
        to writer: inout JSONWriter, after written: (inout JSONWriter) throws -> Void = { _ in }
    ) throws {
        var offsets = ScalarOffsets(text)
        writer.key("terms")
        try writer.array { writer in
            try scanner.forEachOccurrence(in: text, overlapping: overlapping) { occurrence in
                writer.object { writer in
                    writer.member("term", occurrence.term.text)
                    writer.member("found", occurrence.found)
                    writer.member("form", occurrence.form.rawValue)
                    if !occurrence.rules.isEmpty {
                        writer.key("rules")
                        writer.array { writer in for rule in occurrence.rules { writer.string(rule) } }
                    }
                    writer.member("start", offsets.scalars(before: occurrence.range.lowerBound))
                    writer.member("end", offsets.scalars(before: occurrence.range.upperBound))
                    writer.member("concept", matcher.link(of: occurrence))
                    writer.key("targets")
                    TargetsJSON.write(matcher.concept(of: occurrence), targets, to: &writer)
                }
                try written(&writer)
            }
        }
    }
}
