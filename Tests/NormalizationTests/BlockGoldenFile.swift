import Foundation
import Normalization
import TestSupport
import UnicodeText

/// A page of one language, each line with the kind its block is to get: `blocks.txt` as it is pasted, `page.txt` in HTML.
///
/// `kind`, or `boilerplate:reason`, a tab, in `page.txt` the element with its class (`p.standfirst`) and a tab, the text.
/// `#` begins a remark.
struct BlockGoldenFile {
    struct Line {
        let number: Int
        let kind: BlockKind
        let reason: BoilerplateReason?
        let text: String
        /// With its class behind a full stop; empty in `blocks.txt`.
        var element = ""

        /// As it stands in the file.
        var label: String { BlockGoldenFile.label(kind, reason) }
    }

    struct Malformed: Error {
        let place: String
    }

    static let pasted = "blocks.txt"
    static let marked = "page.txt"

    static func languages(with file: String) -> [String] { GoldenFolder.languages(with: file) }

    static func lines(of language: String, _ file: String) throws -> [Line] {
        let text = try GoldenFolder.text(of: language, file)
        let columns = file == marked ? 3 : 2
        var lines: [Line] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let cells = line.split(separator: "\t", maxSplits: columns - 1)
            let label = cells.first?.split(separator: ":").map(String.init) ?? []
            let reason = label.count > 1 ? BoilerplateReason(rawValue: label[1]) : nil
            guard cells.count == columns, let kind = label.first.flatMap(BlockKind.init(rawValue:)),
                (kind == .boilerplate) == (reason != nil)
            else { throw Malformed(place: "\(language)/\(file):\(index + 1)") }
            var line = Line(number: index + 1, kind: kind, reason: reason, text: String(cells[columns - 1]))
            if columns == 3 { line.element = String(cells[1]) }
            lines.append(line)
        }
        return lines
    }

    /// The page that the lines of a `page.txt` stand for: all but `nav` and `footer` in an `article`.
    static func page(_ lines: [Line]) -> String {
        var page = "<!DOCTYPE html><html><body>"
        var isInside = false
        for line in lines {
            let isOfPage = line.element == "nav" || line.element == "footer"
            if isInside == isOfPage {
                page += isOfPage ? "</article>" : "<article>"
                isInside = !isOfPage
            }
            page += markup(line) + "\n"
        }
        return page + "</body></html>"
    }

    private static func markup(_ line: Line) -> String {
        let text = line.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        let parts = line.element.split(separator: ".")
        let (tag, style) = (parts[0], parts.count > 1 ? " class=\"\(parts[1])\"" : "")
        switch tag {
        case "blockquote", "nav", "footer": return "<\(tag)><p>\(text)</p></\(tag)>"
        case "figcaption": return "<figure><img src=\"a.jpg\"><figcaption>\(text)</figcaption></figure>"
        case "li": return "<ul><li>\(text)</li></ul>"
        default: return "<\(tag)\(style)>\(text)</\(tag)>"
        }
    }

    static func label(_ kind: BlockKind, _ reason: BoilerplateReason?) -> String {
        kind.rawValue + (reason.map { ":\($0.rawValue)" } ?? "")
    }
}
