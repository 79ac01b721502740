import Dragoman

/// Prints the answer to a look-up: for people, or as JSON.
struct LookupPrinter {
    let from: LanguageTag
    /// `nil` for all languages of a concept.
    let targets: [LanguageTag]?
    let output: OutputFile
    let sentences: SearchPrinter

    func print(_ answer: LookupAnswer, console: Console) throws {
        for result in answer.results { try print(result) }
        if answer.results.isEmpty {
            Console.write("\"\(Self.shown(answer.question))\" is in no glossary\n")
            // A term may have several concepts.
            var seen: Set<UTF8Text> = []
            let terms = answer.suggestions.map(\.term.text).filter { seen.insert($0).inserted }
            if !terms.isEmpty {
                Console.write("hint: did you mean\n")
                for term in terms { Console.write("        \(term)\n") }
            }
        }
        guard !answer.sentences.isEmpty else { return }
        try output.line("in the memory:")
        for hit in answer.sentences { try sentences.print(hit) }
    }

    /// A question on one line, the beginning of a long one.
    private static func shown(_ question: UTF8Text) -> String {
        let line = question.onOneLine.description
        let scalars = line.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: 200, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return line }
        return String(scalars[..<end]) + "…"
    }

    private func print(_ result: LookupResult) throws {
        var head = "\(result.term.text)"
        if result.kind != .exact { head += "  (\(result.kind.rawValue))" }
        var details = [result.link]
        if let subject = result.concept.subjectField { details.append(subject) }
        if let speech = result.term.partOfSpeech { details.append(speech) }
        if !result.term.flags.isEmpty { details.append(result.term.flags.words) }
        try output.line("\(head)  \(details.joined(separator: " · "))")
        if let definition = result.concept.definition { try output.line("    \(definition)") }
        for language in languages(of: result.concept) {
            for term in result.concept.terms(in: language) where term.text != result.term.text || language != from {
                try output.line("  \(language.description.padded(to: 4))\(line(term))")
            }
        }
    }

    private func line(_ term: Term) -> String {
        var text = term.text.description
        var details: [String] = []
        if term.status != .preferred { details.append(term.status.rawValue) }
        if term.type != .full { details.append(term.type.rawValue) }
        if !term.flags.isEmpty { details.append(term.flags.words) }
        if let reliability = term.reliability { details.append("reliability \(reliability)") }
        if let note = term.note { details.append(note) }
        if !details.isEmpty { text += "  (\(details.joined(separator: "; ")))" }
        return text
    }

    private func languages(of concept: Concept) -> [LanguageTag] {
        if let targets { return targets }
        return concept.languages
    }

    func json(_ answers: [LookupAnswer]) throws {
        var writer = JSONWriter()
        writer.array { writer in
            for answer in answers {
                writer.object { writer in
                    writer.member("question", answer.question)
                    writer.key("results")
                    writer.array { writer in for each in answer.results { json(each, &writer) } }
                    if answer.results.isEmpty {
                        writer.key("suggestions")
                        writer.array { writer in for each in answer.suggestions { json(each, &writer) } }
                    }
                    writer.key("memory")
                    writer.array { writer in
                        for hit in answer.sentences { sentences.json(hit, to: &writer) }
                    }
                }
            }
        }
        writer.newline()
        try output.write(writer.bytes)
    }

    private func json(_ result: LookupResult, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("term", result.term.text)
            writer.member("kind", result.kind.rawValue)
            writer.member("concept", result.link)
            Self.flags(result.term, &writer)
            if let subject = result.concept.subjectField {
                writer.member("subject", subject)
            }
            writer.key("targets")
            writer.object { writer in
                for language in languages(of: result.concept) where language != from {
                    let terms = result.concept.terms(in: language)
                    guard !terms.isEmpty else { continue }
                    writer.key(language.description)
                    writer.array { writer in
                        for term in terms {
                            writer.object { writer in
                                writer.member("term", term.text)
                                writer.member("status", term.status.rawValue)
                                writer.member("type", term.type.rawValue)
                                Self.flags(term, &writer)
                                if let reliability = term.reliability {
                                    writer.member("reliability", reliability)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The member `flags`, where there are any.
    private static func flags(_ term: Term, _ writer: inout JSONWriter) {
        guard !term.flags.isEmpty else { return }
        writer.key("flags")
        writer.array { writer in
            for known in TermFlags.words where term.flags.contains(known.flag) { writer.string(known.word) }
        }
    }
}
