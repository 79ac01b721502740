internal import ByteJSON
internal import UnicodeText

/// Looks for articles in one block of JSON-LD: at the top, in arrays, in `@graph`, in `mainEntity`.
struct JSONLDReader {
    let document: JSONDocument

    /// No page nests its articles deeper.
    private static let maximumDepth = 6

    func articles() -> [JSONLDArticle] {
        var found: [JSONLDArticle] = []
        collect(document.root, depth: 0, into: &found)
        return found
    }

    private func collect(_ node: JSONNode, depth: Int, into found: inout [JSONLDArticle]) {
        guard depth < Self.maximumDepth else { return }
        for each in node.array ?? [] { collect(each, depth: depth + 1, into: &found) }
        guard case .object = node else { return }
        if let type = articleType(of: node) { found.append(article(node, type)) }
        for name in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"] {
            if let inner = document.member(name, of: node) { collect(inner, depth: depth + 1, into: &found) }
        }
    }

    private func articleType(of node: JSONNode) -> String? {
        guard let value = document.member("@type", of: node) else { return nil }
        for each in value.array ?? [value] {
            guard let string = each.string, string.range.count <= 100 else { continue }
            // `NewsArticle`, `schema:NewsArticle`, `https://schema.org/NewsArticle`.
            let name = document.text(of: string).description.split { $0 == "/" || $0 == ":" || $0 == "#" }.last ?? ""
            if Self.types.contains(String(name)) { return String(name) }
        }
        return nil
    }

    private func article(_ node: JSONNode, _ type: String) -> JSONLDArticle {
        func text(_ name: String) -> SourcedText? { string(document.member(name, of: node)) }
        return JSONLDArticle(
            type: type, headline: text("headline") ?? text("name"), alternativeHeadline: text("alternativeHeadline"),
            datePublished: text("datePublished"), dateModified: text("dateModified"),
            authors: document.member("author", of: node).map { names($0) } ?? [], description: text("description"),
            articleBody: text("articleBody"))
    }

    private func names(_ node: JSONNode) -> [SourcedText] {
        (node.array ?? [node]).compactMap { string($0) ?? string(document.member("name", of: $0)) }
    }

    /// A string that says something, HTML's references in it resolved: scripts hold none, but pages write them.
    private func string(_ node: JSONNode?) -> SourcedText? {
        // A value may come in a list of one.
        let node = node?.array?.first ?? node
        guard let string = node?.string else { return nil }
        let placed = document.placedText(of: string)
        let text = SourcedText(text: placed.text, extent: string.range, edits: placed.edits).resolvingReferences.trimmed
        return text.text.isEmpty ? nil : text
    }

    /// Article and its kinds in schema.org.
    private static let types: Set<String> = [
        "Article", "NewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle",
        "OpinionNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle", "AdvertiserContentArticle",
        "SatiricalArticle", "ScholarlyArticle", "Report", "SocialMediaPosting", "BlogPosting", "LiveBlogPosting",
        "TechArticle",
    ]
}
