import TestSupport
import UnicodeText

@testable import Terminology

/// Glossaries with something in every field, and files that are damaged in ways a checksum does not tell.
enum CompiledSamples {
    static func glossary(_ name: String, concepts: Int, _ random: inout SplitMix) -> Glossary {
        func some(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
        func maybe(_ texts: [String]) -> String? { Bool.random(using: &random) ? some(texts) : nil }
        let category = DataCategory(
            element: "admin", type: "x", value: "é\u{0}", attributes: [["id", "1"], ["y", ""]])
        func term(_ language: LanguageTag) -> Term {
            let words = [
                "state", "States", "Schule", "U.S.", "China", "digital", "l’économie", "WHO", "中国", "école", "мир",
                "e\u{301}tat", "--",
            ]
            let text = (0..<Int.random(in: 1...3, using: &random)).map { _ in some(words) }.joined(separator: " ")
            return Term(
                UTF8Text(text), status: TermStatus.allCases.randomElement(using: &random) ?? .preferred,
                type: TermType.allCases.randomElement(using: &random) ?? .full,
                partOfSpeech: maybe(["noun", "properNoun"]), reliability: Bool.random(using: &random) ? 7 : nil,
                source: maybe(["a", ""]), note: maybe(["n"]), context: maybe(["c"]),
                flags: TermFlags(rawValue: UInt8.random(in: 0..<8, using: &random)),
                other: Bool.random(using: &random) ? [category] : [])
        }
        let languages: [LanguageTag] = ["en", "fr", "pt-BR", "zh", "de"]
        return Glossary(
            name: name, title: maybe(["T"]), description: some(["", "d\nd"]),
            concepts: (0..<concepts).map { number in
                Concept(
                    id: "c\(number)", subjectField: maybe(["trade"]), definition: maybe(["What it is."]),
                    note: maybe(["n"]), isTranslatable: Bool.random(using: &random),
                    sections: languages.filter { _ in Bool.random(using: &random) }.map { language in
                        Concept.Section(
                            language: language,
                            terms: (0..<Int.random(in: 1...2, using: &random)).map { _ in term(language) },
                            other: Bool.random(using: &random) ? [category] : [])
                    }, other: Bool.random(using: &random) ? [category] : [])
            }, other: [category])
    }

    /// The file with bytes behind its head changed, and the checksum that fits.
    static func damaged(_ file: CompiledFile, key: [UInt8], _ random: inout SplitMix) -> CompiledFile? {
        var bytes = file.content
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 16..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] = .random(in: 0...255, using: &random)
            case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 2: bytes[place] = 0xFF
            default: for next in place..<min(place + 8, bytes.count) { bytes[next] = 0xFF }
            }
        }
        let sum = bytes.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[8...])) }
        for index in 0..<8 { bytes[index] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * index)) }
        return CompiledFile(content: bytes, key: key)
    }
}
