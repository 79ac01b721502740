import Dragoman
import Glibc

/// Prints units that a concordance found: for people, what was found in bold on a terminal, or as JSON.
struct SearchPrinter {
    /// Languages printed beside the variants with a hit; `nil` for all.
    let languages: [LanguageTag]?
    private let output: OutputFile
    private let isColored: Bool

    init(languages: [LanguageTag]?, output: OutputFile, options: OutputOptions) {
        self.languages = languages
        self.output = output
        isColored = !options.noColor && options.output == nil && Console.wantsColor(STDOUT_FILENO)
    }

    func print(_ hit: ConcordanceHit) throws {
        for (index, variant) in hit.unit.variants.enumerated() where Self.isWanted(index, hit, languages) {
            let ranges = hit.places.first { $0.variant == index }?.ranges ?? []
            try output.write("  \(variant.language.description.padded(to: 6))")
            try output.write(marked(variant.segment.text, ranges).onOneLine.bytes)
            try output.line("")
        }
        try output.line("")
    }

    private static func isWanted(_ index: Int, _ hit: ConcordanceHit, _ languages: [LanguageTag]?) -> Bool {
        if hit.places.contains(where: { $0.variant == index }) { return true }
        guard let languages else { return true }
        return languages.contains { $0.covers(hit.unit.variants[index].language) }
    }

    private func marked(_ text: UTF8Text, _ ranges: [ByteRange]) -> UTF8Text {
        isColored ? text.marked(ranges, "\u{1B}[1m", "\u{1B}[0m") : text
    }

    func json(_ hit: ConcordanceHit, to writer: inout JSONWriter) {
        Self.json(hit, languages: languages, to: &writer)
    }

    static func json(_ hit: ConcordanceHit, languages: [LanguageTag]?, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("unit", Int(hit.unit.id ?? 0))
            writer.key("variants")
            writer.array { writer in
                for (index, variant) in hit.unit.variants.enumerated() where isWanted(index, hit, languages) {
                    writer.object { writer in
                        writer.member("lang", variant.language.description)
                        writer.member("text", variant.segment.text)
                        guard let place = hit.places.first(where: { $0.variant == index }) else { return }
                        hits(place.ranges, in: variant.segment.text, to: &writer)
                    }
                }
            }
        }
    }

    /// The member `hits`: start and end of each, in code points.
    private static func hits(_ ranges: [ByteRange], in text: UTF8Text, to writer: inout JSONWriter) {
        var offsets = ScalarOffsets(text)
        writer.key("hits")
        writer.array { writer in
            for range in ranges {
                writer.array { writer in
                    writer.number(offsets.scalars(before: range.lowerBound))
                    writer.number(offsets.scalars(before: range.upperBound))
                }
            }
        }
    }
}
