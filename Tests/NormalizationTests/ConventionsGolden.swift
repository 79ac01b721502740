import Foundation
import TestSupport
import UnicodeText

@testable import Normalization

/// Conventions of one language: `options<TAB>before<TAB>after` a line; no third column: the text stays as it is.
///
/// Options are spelled as those of the program (`quotes=language apostrophe=letter`), `lang=fr-CA` names another tag than
/// the folder. `#` begins a comment line; `\n` is a line end, `\u{A0}` a character by its number.
struct ConventionsGolden: CustomStringConvertible {
    let language: LanguageTag
    let line: Int
    let conventions: Conventions
    let before: String
    let after: String

    var description: String { "\(language):\(line): \(before)" }

    static let all: [ConventionsGolden] = GoldenFolder.languages(with: "conventions.txt").flatMap {
        name -> [ConventionsGolden] in
        guard let text = try? GoldenFolder.text(of: name, "conventions.txt") else { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
            parse(String($1), line: $0 + 1, language: name)
        }
    }

    private static func parse(_ line: String, line number: Int, language: String) -> ConventionsGolden? {
        if line.isEmpty || line.hasPrefix("#") { return nil }
        let columns = line.split(separator: "\t").map(String.init)
        guard columns.count == 2 || columns.count == 3 else { preconditionFailure("\(language):\(number): \(line)") }
        var conventions = Conventions()
        var tag = language
        for option in columns[0].split(separator: " ") {
            let parts = option.split(separator: "=").map(String.init)
            if parts[0] == "lang" { tag = parts[1] } else { set(parts[0], parts[1], &conventions) }
        }
        return ConventionsGolden(
            language: LanguageTag(tag) ?? .undetermined, line: number, conventions: conventions,
            before: unescaped(columns[1]), after: unescaped(columns[columns.count - 1]))
    }

    private static func set(_ name: String, _ value: String, _ conventions: inout Conventions) {
        func read<Choice: RawRepresentable>(_ type: Choice.Type) -> Choice where Choice.RawValue == String {
            guard let choice = Choice(rawValue: value) else { preconditionFailure("no \(name)=\(value)") }
            return choice
        }
        switch name {
        case "quotes": conventions.quotes = read(Conventions.Quotes.self)
        case "fr-space": conventions.spaces = read(Conventions.Spaces.self)
        case "digits": conventions.digits = read(Conventions.Digits.self)
        case "apostrophe": conventions.apostrophes = read(Conventions.Apostrophes.self)
        case "dashes": conventions.dashes = read(Conventions.Dashes.self)
        case "width": conventions.width = read(Conventions.Width.self)
        case "tatweel": conventions.tatweel = read(Conventions.Tatweel.self)
        case "presentation-forms": conventions.presentationForms = read(Conventions.PresentationForms.self)
        case "ethiopic": conventions.ethiopic = read(Conventions.Ethiopic.self)
        default: preconditionFailure("no option \(name)")
        }
    }

    private static func unescaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\\" else {
                result.append(scalar)
                continue
            }
            switch rest.popFirst() {
            case "n": result.append("\n")
            case "u":
                let digits = rest.dropFirst().prefix { $0 != "}" }
                rest = rest.dropFirst(digits.count + 2)
                if let value = UInt32(String(digits), radix: 16), let named = Unicode.Scalar(value) {
                    result.append(named)
                }
            default: break
            }
        }
        return String(result)
    }
}
