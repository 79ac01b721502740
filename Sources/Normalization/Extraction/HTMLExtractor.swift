internal import CHTML
internal import UnicodeText

/// Cuts an HTML page into blocks by its block-level elements, keeping for each the bytes it came from.
struct HTMLExtractor {
    private let source: UTF8Text
    private var blocks: [RawBlock] = []
    private var open: [Element] = []
    private var builder: HTMLBlockBuilder
    private var tree = PageTree()
    private var ignoredDepth = 0
    private var linkDepth = 0

    private struct Element {
        var name: String
        var reason: BoilerplateReason?
        var isArticle = false
        var isByline = false
        var isQuotation = false
        var isLink = false
        var isIgnored = false
        var isBlock = false
        var dateTime: String?
        /// Index in the tree of the nearest block-level element.
        var node: Int32 = -1
    }

    private init(_ source: UTF8Text) {
        self.source = source
        builder = HTMLBlockBuilder(source)
    }

    /// The blocks of a page or a piece of one, `nil` when it is nested deeper than any real page.
    static func blocks(in text: UTF8Text) -> [RawBlock]? { page(in: text)?.blocks }

    /// The blocks of a page with the tree they stand in, `nil` when it is nested deeper than any real page.
    ///
    /// HTML5's tree rules look through all open elements at many tags, which makes hostile depth cost quadratic time.
    static func page(in text: UTF8Text) -> (blocks: [RawBlock], tree: PageTree)? {
        guard !HTMLNesting.exceeds(2_000, in: text) else { return nil }
        var extractor = HTMLExtractor(text)
        let status = withUnsafeMutablePointer(to: &extractor) { pointer in
            text.bytes.withUnsafeBufferPointer { bytes in
                dgm_html_walk(bytes.baseAddress, Int64(bytes.count), pointer) { context, event in
                    guard let context, let event else { return }
                    context.assumingMemoryBound(to: HTMLExtractor.self).pointee.take(event.pointee)
                }
            }
        }
        guard status == 0 else { return nil }
        extractor.finishBlock()
        return (extractor.blocks, extractor.tree)
    }

    private mutating func take(_ event: dgm_html_event) {
        switch Int(event.kind) {
        case dgm_html_open: enter(event)
        case dgm_html_close: leave(event)
        default:
            guard ignoredDepth == 0, event.start >= 0, let value = event.value else { return }
            let decoded = UnsafeRawBufferPointer(start: value, count: Int(event.value_count)).map { $0 }
            let range = Int(event.start)..<Int(event.start + event.count)
            guard range.upperBound <= source.count else { return }
            if builder.mustBreak(before: range) { finishBlock() }
            builder.append(decoded, from: range, isLink: linkDepth > 0)
        }
    }

    private mutating func enter(_ event: dgm_html_event) {
        guard let value = event.value else { return }
        let name = String(cString: value)
        func attribute(_ index: Int) -> String? {
            event.attributes?[index].map { String(cString: $0) }
        }
        var element = Element(name: name)
        element.isIgnored = Self.ignored.contains(name) || attribute(dgm_html_hidden) != nil && name != "body"
        element.isBlock = Self.blockLevel.contains(name)
        element.isLink = name == "a"
        let labels = [dgm_html_class, dgm_html_id, dgm_html_role, dgm_html_itemprop, dgm_html_property]
            .compactMap { attribute($0) }
        let place = HTMLPlaceRules.place(element: name, labels: labels)
        element.reason = place.reason
        element.isArticle = place.isArticle
        element.isByline = place.isByline
        element.isQuotation = name == "blockquote"
        element.dateTime = attribute(dgm_html_datetime)
        if element.isBlock || name == "br" && builder.endsInBreak { finishBlock() }
        if name == "br" { builder.appendBreak() }
        if element.isIgnored { ignoredDepth += 1 }
        if element.isLink { linkDepth += 1 }
        element.node = open.last?.node ?? -1
        if element.isBlock {
            element.node = tree.add(under: element.node, name: name, labels: labels, place: place)
        }
        open.append(element)
    }

    private mutating func leave(_ event: dgm_html_event) {
        guard let element = open.last else { return }
        if element.dateTime != nil { builder.place.dateTime = element.dateTime }
        if element.isByline { builder.place.isByline = true }
        if element.isBlock { finishBlock() }
        if element.isIgnored { ignoredDepth -= 1 }
        if element.isLink { linkDepth -= 1 }
        open.removeLast()
    }

    private mutating func finishBlock() {
        guard var block = builder.finish() else { return }
        block.place.element = open.last { $0.isBlock }?.name ?? ""
        block.place.node = open.last?.node ?? -1
        block.place.reasons = open.compactMap(\.reason)
        block.place.isInArticle = open.contains { $0.isArticle }
        block.place.isQuotation = open.contains { $0.isQuotation }
        block.place.isByline = block.place.isByline || open.contains { $0.isByline }
        if let time = open.last(where: { $0.dateTime != nil })?.dateTime { block.place.dateTime = time }
        blocks.append(block)
    }

    private static let ignored: Set<String> = [
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio",
        "video",
        "select", "textarea", "button", "input", "map", "datalist", "meter", "progress", "head",
    ]

    private static let blockLevel: Set<String> = [
        "html", "body", "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "div", "dl",
        "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
        "hr",
        "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul", "caption",
    ]
}
