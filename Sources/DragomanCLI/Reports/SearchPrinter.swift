import Dragoman
import Glibc

/// Prints a unit that a concordance found, what was found in brackets or highlighted.
enum SearchPrinter {
    static func print(_ hit: ConcordanceHit, languages: [LanguageTag]?, to output: OutputFile) throws {
        for (index, variant) in hit.unit.variants.enumerated() where isWanted(index, hit, languages) {
            let ranges = hit.places.first { $0.variant == index }?.ranges ?? []
            try output.write("  \(variant.language.description.padded(to: 6))")
            try output.write(SegmentLine.bytes(marked(variant.segment.text, ranges)))
            try output.line("")
        }
        try output.line("")
    }

    /// The variants with a hit, and those in the languages asked for (all of them for `nil`).
    private static func isWanted(_ index: Int, _ hit: ConcordanceHit, _ languages: [LanguageTag]?) -> Bool {
        if hit.places.contains(where: { $0.variant == index }) { return true }
        guard let languages else { return true }
        return languages.contains { $0.covers(hit.unit.variants[index].language) }
    }

    private static func marked(_ text: UTF8Text, _ ranges: [ByteRange]) -> UTF8Text {
        guard Console.wantsColor(STDOUT_FILENO) else { return text }
        var bytes: [UInt8] = []
        var position = 0
        for range in ranges {
            bytes += text.bytes[position..<range.lowerBound]
            bytes += Array("\u{1B}[1m".utf8) + text.bytes[range] + Array("\u{1B}[0m".utf8)
            position = range.upperBound
        }
        return UTF8Text(unchecked: bytes + text.bytes[position...])
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
                        var offsets = ScalarOffsets(variant.segment.text)
                        writer.key("hits")
                        writer.array { writer in
                            for range in place.ranges {
                                writer.array { writer in
                                    writer.number(offsets.scalars(before: range.lowerBound))
                                    writer.number(offsets.scalars(before: range.upperBound))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
