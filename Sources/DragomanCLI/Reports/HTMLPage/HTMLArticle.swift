import Dragoman

/// One file of a page: what is known of it, what was done to it, and its blocks.
struct HTMLArticle {
    let article: Article
    let id: String
    let writer: HTMLWriter

    func write() throws {
        let summary = EditSummary(article)
        try facts(summary)
        try rules(summary.rules)
        for diagnostic in article.source.diagnostics + article.diagnostics { try note(diagnostic) }
        try blocks()
    }

    private func facts(_ summary: EditSummary) throws {
        let source = article.source
        try writer.markup("<dl class=\"facts\">\n")
        var encoding = "\(source.encoding) (\(source.evidence.rawValue), \(Self.percent(source.confidence)))"
        if !source.equivalents.isEmpty {
            encoding += "; the same text in \(source.equivalents.joined(separator: ", "))"
        }
        try fact("Encoding", encoding)
        let tag = article.language.language
        let name = CLDRNames.name(.language, tag.description, in: "en").map { "\($0) (\(tag))" }
        let sure = tag == .undetermined ? "" : ", \(Self.percent(article.language.confidence))"
        try fact("Language", tag == .undetermined ? "not known" : (name ?? "\(tag)") + sure)
        try fact("Format", "\(article.format.rawValue), \(source.bytes.count) bytes")
        try fact("Kept", summary.keptLine)
        try fact("Left out", summary.removedLine)
        try fact("Changed", summary.changedLine)
        try writer.markup("</dl>\n")
    }

    private func fact(_ name: String, _ value: String) throws {
        try writer.element("dt", name)
        try writer.element("dd", value)
        try writer.markup("\n")
    }

    /// The rules that changed something, each leading to the first place.
    private func rules(_ rules: [EditSummary.Rule]) throws {
        guard !rules.isEmpty else { return }
        try writer.markup("<table class=\"rules\">\n<caption>Changes by rule</caption>\n")
        for rule in rules {
            let isLayout = EditRule.isLayout(rule.name)
            try writer.markup(isLayout ? "<tr class=\"m\">" : "<tr>")
            try writer.markup("<th scope=\"row\"><a href=\"#\(id)b\(rule.firstBlock + 1)\">")
            try writer.escaped(rule.name)
            try writer.markup("</a></th><td class=\"n\">\(rule.kept)</td><td>")
            var meaning = EditRule.meaning(rule.name) ?? ""
            if rule.removed > 0 { meaning += "\(meaning.isEmpty ? "" : "; ")\(rule.removed) more in blocks left out" }
            try writer.escaped(meaning)
            try writer.markup("</td></tr>\n")
        }
        try writer.markup("</table>\n")
    }

    private func note(_ diagnostic: Diagnostic) throws {
        var text = diagnostic.line.map { "line \($0): " } ?? ""
        text += diagnostic.message
        if let hint = diagnostic.hint { text += " (\(hint))" }
        try writer.element("p", class: diagnostic.severity.rawValue, text)
        try writer.markup("\n")
    }

    private func blocks() throws {
        let layout = SourceLayout(article)
        let rows = HTMLBlock(article: article, id: id, writer: writer)
        try writer.markup("<div class=\"rows\(isMarkup ? " markup" : "")\">\n")
        try writer.markup(
            "<div class=\"row top\"><div class=\"what\">Block</div><div>Source</div><div>Clean copy</div></div>\n")
        for index in article.blocks.indices {
            try rows.write(index, gap: layout.gaps[index], line: layout.lines[index])
        }
        try rows.writeRest(layout.rest)
        try writer.markup("</div>\n")
    }

    /// Whether line ends of the source are no part of its text.
    private var isMarkup: Bool {
        switch article.format {
        case .html, .newsml, .nitf, .rss, .atom, .ninjs: true
        case .text, .iptc7901, .email: false
        }
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
