import UnicodeText

@testable import Segmentation

/// SRX files as tests write them.
enum SRXFile {
    struct Rule {
        let isBreak: Bool
        let before: String
        let after: String

        static func yes(_ before: String, _ after: String) -> Rule { Rule(isBreak: true, before: before, after: after) }
        static func no(_ before: String, _ after: String) -> Rule { Rule(isBreak: false, before: before, after: after) }
    }

    /// A file with one language rule for all languages; its rules stand one a line from line 4 on.
    static func text(_ rules: [Rule]) -> String {
        let lines = rules.map { rule in
            "<rule break=\"\(rule.isBreak ? "yes" : "no")\"><beforebreak>\(escaped(rule.before))</beforebreak>"
                + "<afterbreak>\(escaped(rule.after))</afterbreak></rule>\n"
        }
        return """
            <srx xmlns="http://www.lisa.org/srx20" version="2.0">
            <header segmentsubflows="yes" cascade="no"/>
            <body><languagerules><languagerule languagerulename="all">
            \(lines.joined())</languagerule></languagerules>
            <maprules><languagemap languagepattern=".*" languagerulename="all"/></maprules></body></srx>
            """
    }

    static func document(_ rules: [Rule]) throws -> SRXDocument { try document(text(rules)) }

    static func document(_ text: String) throws -> SRXDocument { try SRXDocument.read(Array(text.utf8), name: "r.srx") }

    /// The sentences of a text by some rules.
    static func sentences(
        _ text: String, _ rules: [Rule], _ mode: SRXSegmenter.Mode = .replace, _ options: Segmenter.Options = .init()
    ) throws -> [String] {
        let text = UTF8Text(text)
        let segmenter = try SRXSegmenter(document(rules), language: "en", mode: mode, options: options)
        return try segmenter.segments(in: text).map { text[$0.range].description }
    }

    private static func escaped(_ pattern: String) -> String {
        var text = ""
        for scalar in pattern.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case "\r": text += "&#13;"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
