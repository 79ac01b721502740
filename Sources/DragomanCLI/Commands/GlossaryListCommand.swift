import ArgumentParser
import Dragoman

struct GlossaryListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The glossaries in use, with their concepts and languages.")

    @OptionGroup var glossaries: GlossaryOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let shelf = try glossaries.shelf(output.console)
        let all = try shelf.files()
        let out = try OutputFile(output.output)
        if output.json {
            var writer = JSONWriter()
            writer.array { writer in
                for glossary in all { Self.json(glossary, &writer) }
            }
            writer.newline()
            try out.write(writer.bytes)
        } else {
            for glossary in all {
                let languages = Self.counts(glossary).map { "\($0.language) \($0.concepts)" }
                let count = glossary.concepts.count
                try out.line("\(glossary.name)  \(count.counted("concept"))")
                try out.line("    \(languages.joined(separator: "  "))")
            }
            if shelf.hasDefaults {
                try out.line(
                    "\(CLDRGlossary.name)  regions, languages and currencies of CLDR \(ICUVersion.cldr), built in")
            }
        }
        try out.finish()
    }

    private static func counts(_ glossary: Glossary) -> [(language: LanguageTag, concepts: Int)] {
        var counts: [LanguageTag: Int] = [:]
        for concept in glossary.concepts {
            for language in Set(concept.languages) { counts[language, default: 0] += 1 }
        }
        return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func json(_ glossary: Glossary, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", glossary.name)
            let lines = [glossary.title, glossary.description].compactMap { $0 }.filter { !$0.isEmpty }
            writer.member("description", lines.joined(separator: "\n"))
            writer.member("concepts", glossary.concepts.count)
            writer.key("languages")
            writer.object { writer in
                for count in counts(glossary) {
                    writer.member(count.language.description, count.concepts)
                }
            }
        }
    }
}
