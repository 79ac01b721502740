import Foundation
import Normalization
import TestSupport
import UnicodeText

/// A page of one language as it is pasted, each line with the kind its block is to get.
///
/// `kind`, or `boilerplate:reason`, a tab, the text. `#` begins a remark.
struct BlockGoldenFile {
    struct Line {
        let number: Int
        let kind: BlockKind
        let reason: BoilerplateReason?
        let text: String

        /// As it stands in the file.
        var label: String { BlockGoldenFile.label(kind, reason) }
    }

    struct Malformed: Error {
        let place: String
    }

    static var languages: [String] { GoldenFolder.languages(with: "blocks.txt") }

    static func lines(of language: String) throws -> [Line] {
        let text = try GoldenFolder.text(of: language, "blocks.txt")
        var lines: [Line] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let cells = line.split(separator: "\t", maxSplits: 1)
            let label = cells.first?.split(separator: ":").map(String.init) ?? []
            let reason = label.count > 1 ? BoilerplateReason(rawValue: label[1]) : nil
            guard cells.count == 2, let kind = label.first.flatMap(BlockKind.init(rawValue:)),
                (kind == .boilerplate) == (reason != nil)
            else { throw Malformed(place: "\(language)/blocks.txt:\(index + 1)") }
            lines.append(Line(number: index + 1, kind: kind, reason: reason, text: String(cells[1])))
        }
        return lines
    }

    static func label(_ kind: BlockKind, _ reason: BoilerplateReason?) -> String {
        kind.rawValue + (reason.map { ":\($0.rawValue)" } ?? "")
    }
}
