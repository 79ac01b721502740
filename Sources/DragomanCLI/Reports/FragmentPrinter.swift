import Dragoman

/// Prints fragments and the units they stand in.
struct FragmentPrinter {
    private let output: OutputFile
    private let units: SearchPrinter

    init(target: LanguageTag, output: OutputFile, options: OutputOptions) {
        self.output = output
        units = SearchPrinter(languages: [target], output: output, options: options)
    }

    func print(_ fragment: Fragment, of text: UTF8Text) throws {
        let count = (fragment.hasMore ? "more than " : "") + fragment.hits.count.counted("unit")
        try output.line("\(fragment.words.counted("word")), \(count): \(text[fragment.range])")
        for hit in fragment.hits { try units.print(hit) }
    }

    /// The member `fragments`: places in code points of the text.
    static func json(
        _ fragments: [Fragment], of text: UTF8Text, target: LanguageTag, to writer: inout JSONWriter
    ) {
        var offsets = ScalarOffsets(text)
        writer.key("fragments")
        writer.array { writer in
            for fragment in fragments {
                writer.object { writer in
                    writer.member("text", text[fragment.range])
                    writer.member("place", fragment.range, &offsets)
                    writer.member("words", fragment.words)
                    writer.member("hasMore", fragment.hasMore)
                    writer.key("units")
                    writer.array { writer in
                        for hit in fragment.hits { SearchPrinter.json(hit, languages: [target], to: &writer) }
                    }
                }
            }
        }
    }
}
