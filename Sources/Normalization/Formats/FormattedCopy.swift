internal import UnicodeText

/// The raw blocks of a source, read in a format.
struct FormattedCopy {
    var format: PressFormat
    var blocks: [RawBlock]
    /// The elements of a page.
    var tree: PageTree?
    var diagnostics: [Diagnostic] = []

    /// Reads a source in the format given, or the one it is found to be in. O(n).
    ///
    /// What is not that format after all (cut short, not well-formed, without a story) is read as plain text, and a
    /// warning says where it failed.
    static func read(_ source: SourceText, as forced: PressFormat? = nil) -> FormattedCopy {
        let format = forced ?? PressFormat.detect(source.text)
        if format == .html, let page = HTMLExtractor.page(in: source.text) {
            let blocks = page.blocks.map { block in
                var block = block
                block.hasResolvedReferences = true
                return block
            }
            return FormattedCopy(format: .html, blocks: blocks, tree: page.tree)
        }
        do throws(Diagnostic) {
            let blocks = try blocks(of: source, in: format)
            if !blocks.isEmpty || format == .text || format == .html {
                return FormattedCopy(format: format, blocks: blocks)
            }
            throw Diagnostic(
                .warning, code: "format.no-story", file: source.name,
                message: "no story was found in it as \(format.rawValue)")
        } catch {
            var warning = error
            warning.severity = .warning
            warning.hint = "it was read as plain text; --from forces another format"
            return FormattedCopy(
                format: .text, blocks: PlainTextExtractor.blocks(in: source.text), diagnostics: [warning])
        }
    }

    private static func blocks(of source: SourceText, in format: PressFormat) throws(Diagnostic) -> [RawBlock] {
        switch format {
        // A page nested deeper than any real one is text.
        case .text, .html: return PlainTextExtractor.blocks(in: source.text)
        case .ninjs: return try NinjsReader.blocks(in: source)
        case .newsml: return try PressXMLReader.blocks(in: source, NewsMLFormat())
        case .nitf: return try PressXMLReader.blocks(in: source, NITFFormat())
        case .rss: return try PressXMLReader.blocks(in: source, RSSFormat())
        case .atom: return try PressXMLReader.blocks(in: source, AtomFormat())
        case .iptc7901: return try WireReader.blocks(in: source)
        case .email: return try MailReader.blocks(in: source)
        }
    }
}
