import Foundation
import TestSupport
import UnicodeText

/// `Tests/Golden/<language>/dates.txt`: `text => what is read` under `[dates]`, `[lines]` and `[agency]`.
struct DateGoldenFile {
    struct Case: CustomStringConvertible {
        let language: LanguageTag
        let line: Int
        let text: UTF8Text
        let expected: String

        var description: String { "\(language):\(line): \(text)" }
    }

    static var languages: [String] { GoldenFolder.languages(with: "dates.txt") }

    static func cases(_ section: String, of language: String) throws -> [Case] {
        var cases: [Case] = []
        var isInside = false
        let lines = try GoldenFolder.text(of: language, "dates.txt").components(separatedBy: "\n")
        for (index, line) in lines.enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("["), line.hasSuffix("]"), !line.contains(" => ") {
                isInside = line == "[\(section)]"
                continue
            }
            guard isInside else { continue }
            let parts = line.components(separatedBy: " => ")
            cases.append(
                Case(
                    language: LanguageTag(language) ?? .undetermined, line: index + 1, text: UTF8Text(parts[0]),
                    expected: parts.dropFirst().joined(separator: " => ")))
        }
        return cases
    }
}
