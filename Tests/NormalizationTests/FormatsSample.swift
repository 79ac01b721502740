import Testing
import UnicodeText

@testable import Normalization

/// A file of press copy, its blocks written down one a line, each with what it was made of where that differs.
struct FormatsSample {
    let article: Article

    init(_ bytes: [UInt8], as format: PressFormat? = nil) throws {
        article = Pipeline(language: .english, format: format).article(from: try SourceText(bytes, name: "copy"))
    }

    init(_ text: String, as format: PressFormat? = nil) throws { try self.init(Array(text.utf8), as: format) }

    /// `kind reason date: text ← source`.
    var lines: [String] {
        article.blocks.map { block in
            var head = block.kind.rawValue
            if let reason = block.reason { head += " \(reason.rawValue)" }
            if let date = block.date { head += " \(date)" }
            let file = String(decoding: article.source.bytes[article.source.source(of: block)], as: UTF8.self)
            let text = block.text.description
            return "\(head): \(text)" + (text.utf8.elementsEqual(file.utf8) ? "" : " ← \(Self.visible(file))")
        }
    }

    private static func visible(_ text: String) -> String {
        text.replacing("\r\n", with: "¶").replacing("\n", with: "¶").replacing("\u{1}", with: "␁")
    }

    /// The kept texts.
    var copy: [String] { article.kept.map(\.text.description) }

    /// Every block's edits make its text out of its extent, and every edit has a rule and whole characters.
    func expectProvenance(sourceLocation: SourceLocation = #_sourceLocation) {
        let text = article.source.text
        for block in article.blocks {
            #expect(
                block.edits.verifies(source: text[block.extent], target: block.text), "\(block)",
                sourceLocation: sourceLocation)
            #expect(block.edits.edits.allSatisfy { !$0.rules.isEmpty }, sourceLocation: sourceLocation)
            for edit in block.edits.edits {
                let made = UTF8Validation.firstError(in: block.text[edit.target].bytes)
                #expect(made == nil, "\(edit) of \(block)", sourceLocation: sourceLocation)
            }
        }
    }

    /// The bytes of the file that the first place of some words in a block's text came from.
    func source(of words: String) -> String? {
        let words = UTF8Text(words)
        for block in article.blocks {
            guard let range = block.text.firstWholeWords(words) else { continue }
            return String(decoding: article.source.bytes[article.source.source(of: range, in: block)], as: UTF8.self)
        }
        return nil
    }
}
