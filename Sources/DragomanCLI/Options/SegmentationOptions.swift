import ArgumentParser
import Dragoman

/// Options that say by which rules sentences are found.
struct SegmentationOptions: ParsableArguments {
    @Option(help: "Quotations of several sentences: split inside, or kept whole.")
    var quotations: Segmenter.Options.Quotations = .split

    @Option(help: "A file of abbreviations, one a line, after which no sentence ends.")
    var exceptions: String?

    @Option(help: "An SRX file, whose rules are used.")
    var srx: String?

    @Option(help: "The rules of the SRX file in place of ours (replace), or before them (add).")
    var srxMode: SRXSegmenter.Mode = .replace

    func validate() throws {
        if srx == nil, srxMode != .replace { throw ValidationError("--srx-mode needs --srx") }
    }

    /// Reads the files that were named.
    func rules(newlines: Segmenter.Options.Newlines, _ console: Console) throws -> SentenceRules {
        let words = try exceptions.map(Self.readExceptions) ?? []
        let document = try srx.map { path in
            try SRXDocument.read(try InputFile(path: path).read(), name: path) { console.report($0) }
        }
        return SentenceRules(
            options: .init(quotations: quotations, newlines: newlines, exceptions: words), document: document,
            mode: srxMode)
    }

    private static func readExceptions(_ path: String) throws -> [String] {
        let source = try SourceText(try InputFile(path: path).read(), name: path)
        return source.text.bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
            .map { UTF8Text(unchecked: Array($0)).trimmed.description }
            .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    }
}
