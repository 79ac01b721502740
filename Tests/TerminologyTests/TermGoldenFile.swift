import Foundation
import TestSupport
import UnicodeText

@testable import Terminology

/// Marked text of one language, `terms.txt` or `compounds.txt`: lines that begin with `term:`, `name:` or `acronym:` name terms, with bars
/// between them; in all others `[…]` is a term where it stands and `{…}` a trap, where none may be found. An empty line
/// belongs to the text. `#` begins a comment line.
struct TermGoldenFile {
    let terms: [Term]
    /// Without marks.
    let text: String
    /// The text with each term in brackets.
    let marked: String
    let traps: Int

    static var languages: [String] { GoldenFolder.languages(with: "terms.txt") }
    static var languagesWithCompounds: [String] { GoldenFolder.languages(with: "compounds.txt") }

    init(_ language: String, _ name: String = "terms.txt") throws {
        var terms: [Term] = []
        var lines: [String] = []
        for line in try GoldenFolder.text(of: language, name).components(separatedBy: "\n")
        where !line.hasPrefix("#") {
            let kinds: [(String, TermType, String)] = [
                ("term: ", .full, "noun"), ("name: ", .full, "properNoun"), ("acronym: ", .acronym, "noun"),
            ]
            guard let kind = kinds.first(where: { line.hasPrefix($0.0) }) else {
                lines.append(line)
                continue
            }
            terms += line.dropFirst(kind.0.count).components(separatedBy: " | ").map {
                Term(UTF8Text($0), type: kind.1, partOfSpeech: kind.2)
            }
        }
        let whole = lines.joined(separator: "\n")
        self.terms = terms
        traps = whole.unicodeScalars.filter { $0 == "{" }.count
        marked = Self.without("{}", whole)
        text = Self.without("[]{}", whole)
    }

    private static func without(_ marks: String, _ text: String) -> String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: text.unicodeScalars.filter { !marks.unicodeScalars.contains($0) })
        return String(result)
    }
}
