internal import CHTML
internal import UnicodeText

/// Cuts an HTML page into blocks by its block-level elements, keeping for each the bytes it came from.
struct HTMLExtractor {
    private let source: UTF8Text
    private var blocks: [RawBlock] = []
    private var open: [Element] = []
    private var builder: HTMLBlockBuilder
    private var tree = PageTree()
    private var head = HTMLHead()
    private var ignoredDepth = 0
    private var linkDepth = 0

    /// An open element, with what the elements around it say: a block must not look through them all.
    private struct Element {
        var name: String
        var isLink = false
        var isIgnored = false
        var isBlock = false
        /// Its own.
        var isByline = false
        var dateTime: String?
        /// What holds for a block that ends in it.
        var place = PagePlace()
    }

    /// No page says more of a place, the innermost counts.
    private static let maximumReasons = 16

    private init(_ source: UTF8Text) {
        self.source = source
        builder = HTMLBlockBuilder(source)
    }

    /// The blocks of a page or a piece of one, `nil` when it is nested deeper than any real page.
    static func blocks(in text: UTF8Text) -> [RawBlock]? { page(in: text)?.blocks }

    /// The blocks of a page with the tree they stand in, `nil` when it is nested deeper than any real page.
    ///
    /// HTML5's tree rules look through all open elements at many tags, which makes hostile depth cost quadratic time.
    /// The limit is that of Blink, which nests no element deeper either.
    static func page(in text: UTF8Text) -> (blocks: [RawBlock], tree: PageTree)? {
        guard !HTMLNesting.exceeds(512, in: text) else { return nil }
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
        extractor.tree.claims = PageClaims(article: JSONLDArticle.find(in: text), head: extractor.head)
        return (extractor.blocks, extractor.tree)
    }

    private mutating func take(_ event: dgm_html_event) {
        switch Int(event.kind) {
        case dgm_html_open: enter(event)
        case dgm_html_close: leave(event)
        default:
            guard event.start >= 0, let value = event.value else { return }
            let isTitle = open.last?.name == "title"
            guard ignoredDepth == 0 || isTitle else { return }
            var decoded = UnsafeRawBufferPointer(start: value, count: Int(event.value_count)).map { $0 }
            // The parser counts a reference's number up beyond what its integers hold, and writes what comes of it.
            if UTF8Validation.firstError(in: decoded) != nil {
                decoded = CharacterDecoder.decodeUTF8(decoded).text.bytes
            }
            if isTitle { head.appendTitle(decoded) }
            guard ignoredDepth == 0 else { return }
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
        if name == "meta" { takeMeta(attribute) }
        if name == "html", let tag = attribute(dgm_html_lang) { head.take(language: tag) }
        var element = Element(name: name)
        element.isIgnored = Self.ignored.contains(name) || attribute(dgm_html_hidden) != nil && name != "body"
        element.isBlock = Self.blockLevel.contains(name)
        element.isLink = name == "a"
        if element.isBlock || name == "br" && builder.endsInBreak { finishBlock() }
        if name == "br" { builder.appendBreak() }
        if element.isIgnored { ignoredDepth += 1 }
        if element.isLink { linkDepth += 1 }
        place(&element, attribute)
        open.append(element)
    }

    /// What the element's name and labels add to what the elements around it say.
    private mutating func place(_ element: inout Element, _ attribute: (Int) -> String?) {
        let labels = [dgm_html_class, dgm_html_id, dgm_html_role, dgm_html_itemprop, dgm_html_property]
            .compactMap { attribute($0) }
        var own = HTMLPlaceRules.place(element: element.name, labels: labels)
        own.isDeclaredBody = HTMLPlaceRules.declaresBody(
            [dgm_html_itemprop, dgm_html_property].compactMap { attribute($0) })
        element.isByline = own.isByline
        element.dateTime = attribute(dgm_html_datetime)
        element.place = open.last?.place ?? PagePlace()
        if let reason = own.reason {
            if element.place.reasons.count >= Self.maximumReasons { element.place.reasons.removeFirst() }
            element.place.reasons.append(reason)
        }
        if own.isArticle { element.place.isInArticle = true }
        if own.isByline { element.place.isByline = true }
        if element.name == "blockquote" { element.place.isQuotation = true }
        if let dateTime = element.dateTime { element.place.dateTime = dateTime }
        guard element.isBlock else { return }
        element.place.element = element.name
        element.place.node = tree.add(under: element.place.node, name: element.name, labels: labels, place: own)
    }

    private mutating func takeMeta(_ attribute: (Int) -> String?) {
        guard let content = attribute(dgm_html_content) else { return }
        for property in [dgm_html_property, dgm_html_itemprop].compactMap({ attribute($0) }) {
            head.takeMeta(property: property, content: content)
        }
    }

    private mutating func leave(_ event: dgm_html_event) {
        guard let element = open.last else { return }
        if element.name == "title" { head.finishTitle() }
        if element.dateTime != nil { builder.place.dateTime = element.dateTime }
        if element.isByline { builder.place.isByline = true }
        if element.isBlock { finishBlock() }
        if element.isIgnored { ignoredDepth -= 1 }
        if element.isLink { linkDepth -= 1 }
        open.removeLast()
    }

    private mutating func finishBlock() {
        guard var block = builder.finish() else { return }
        let inner = block.place
        block.place = open.last?.place ?? PagePlace()
        block.place.linkShare = inner.linkShare
        block.place.isByline = block.place.isByline || inner.isByline
        block.place.dateTime = block.place.dateTime ?? inner.dateTime
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
