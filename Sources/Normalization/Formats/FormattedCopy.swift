internal import UnicodeText

/// The raw blocks of a source, read in a format.
struct FormattedCopy {
    var format: PressFormat
    var blocks: RawBlocks
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
            return FormattedCopy(format: .html, blocks: .made(blocks), tree: page.tree)
        }
        do throws(Diagnostic) {
            if let xml = xmlFormat(format) {
                let copy = try PressXMLReader.copy(in: source, xml)
                return try FormattedCopy(format: format, blocks: .made(copy.blocks), diagnostics: copy.diagnostics)
                    .checked(source)
            }
            return try FormattedCopy(format: format, blocks: blocks(of: source, in: format)).checked(source)
        } catch {
            var warning = error
            warning.severity = .warning
            warning.hint = "it was read as plain text; --from forces another format"
            return FormattedCopy(
                format: .text, blocks: .plain(PlainLines(source.text)), diagnostics: [warning])
        }
    }

    /// The same, the lines of a long plain text found on all cores.
    static func readOnAllCores(_ source: SourceText, as forced: PressFormat? = nil) async -> FormattedCopy {
        let format = forced ?? PressFormat.detect(source.text)
        guard format == .text else { return read(source, as: format) }
        return FormattedCopy(format: .text, blocks: .plain(await PlainLines.onAllCores(source.text)))
    }

    /// As it is, with a warning where a file of a format holds no copy.
    ///
    /// - Throws: where it holds nothing at all.
    private func checked(_ source: SourceText) throws(Diagnostic) -> FormattedCopy {
        guard case .made(let blocks) = blocks, blocks.allSatisfy({ $0.place.declaredKind == .boilerplate }) else {
            return self
        }
        let warning = Diagnostic(
            .warning, code: "format.no-story", file: source.name,
            message: "no story was found in it as \(format.rawValue)", hint: "--from text reads it as it stands")
        if blocks.isEmpty { throw warning }
        var copy = self
        copy.diagnostics.append(warning)
        return copy
    }

    private static func xmlFormat(_ format: PressFormat) -> (any PressXMLFormat)? {
        switch format {
        case .newsml: NewsMLFormat()
        case .nitf: NITFFormat()
        case .rss: RSSFormat()
        case .atom: AtomFormat()
        default: nil
        }
    }

    private static func blocks(of source: SourceText, in format: PressFormat) throws(Diagnostic) -> RawBlocks {
        switch format {
        // A page nested deeper than any real one is text.
        case .text, .html, .newsml, .nitf, .rss, .atom: return .plain(PlainLines(source.text))
        case .ninjs: return .made(try NinjsReader.blocks(in: source))
        case .iptc7901: return .made(try WireReader.blocks(in: source))
        case .email: return .made(try MailReader.blocks(in: source))
        }
    }
}
