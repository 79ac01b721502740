import Foundation
import TestSupport
import UnicodeText

@testable import Segmentation

/// Marked text of one language: every line a paragraph in which `|` stands behind each sentence.
///
/// `#` begins a comment line; `@whole` and `@split` choose how quotations are treated from there on; `\n` is a line
/// end, `\u{A0}` a character by its number and `\|` a bar that is text.
struct GoldenFile {
    struct Case: CustomStringConvertible {
        let language: LanguageTag
        let line: Int
        let sentences: [String]
        let text: String
        let options: Segmenter.Options

        var description: String { "\(language):\(line): \(text)" }
    }

    static var languages: [String] { GoldenFolder.languages(with: "segmentation.txt") }

    static func cases(of language: String) throws -> [Case] {
        let tag = LanguageTag(language) ?? .undetermined
        var options = Segmenter.Options()
        var cases: [Case] = []
        let lines = try GoldenFolder.text(of: language, "segmentation.txt").split(
            separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("@") {
                options.quotations = line == "@whole" ? .whole : .split
                continue
            }
            var sentences: [String] = []
            var text = ""
            var sentence = ""
            var scalars = Array(line.unicodeScalars)[...]
            while let scalar = scalars.popFirst() {
                switch scalar {
                case "|":
                    sentences.append(sentence.trimmingCharacters(in: .whitespacesAndNewlines))
                    sentence = ""
                case "\\":
                    let added = escape(&scalars)
                    text += added
                    sentence += added
                default:
                    text.unicodeScalars.append(scalar)
                    sentence.unicodeScalars.append(scalar)
                }
            }
            if !sentence.isEmpty { sentences.append("the line does not end in |: " + sentence) }
            cases.append(Case(language: tag, line: index + 1, sentences: sentences, text: text, options: options))
        }
        return cases
    }

    private static func escape(_ scalars: inout ArraySlice<Unicode.Scalar>) -> String {
        switch scalars.popFirst() {
        case "n": return "\n"
        case "u":
            guard scalars.popFirst() == "{" else { return "\\u" }
            var digits = ""
            while let next = scalars.popFirst(), next != "}" { digits.unicodeScalars.append(next) }
            return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? "?"
        case let other: return other.map { String($0) } ?? ""
        }
    }
}
