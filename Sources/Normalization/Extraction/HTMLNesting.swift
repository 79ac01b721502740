internal import UnicodeText

/// Tells how deep elements are open, without a tree, and rather too deep than too shallow: an end tag counts only where
/// HTML's rules surely close the element by it. O(n).
///
/// The rules are those of WHATWG HTML, section 13.2.6: which end tags look past open elements, where they stop
/// looking, and what ends an SVG drawing.
struct HTMLNesting {
    private var depth: Int { open.count }
    private var open: [Entry] = []
    /// How many elements of each name are open since the innermost boundary.
    private var scopes: [[[UInt8]: Int]] = [[:]]

    private struct Entry {
        let name: [UInt8]
        /// Whether what stands in it is SVG or MathML.
        let isForeign: Bool
    }

    /// How far an end tag looks past inline elements.
    private static let reach = 32

    static func exceeds(_ limit: Int, in text: UTF8Text) -> Bool {
        var scanner = HTMLTagScanner(text)
        var nesting = HTMLNesting()
        while let tag = scanner.next() {
            if tag.isEnd {
                nesting.close(tag.name)
                continue
            }
            nesting.take(tag)
            if nesting.depth > limit { return true }
            let isForeign = nesting.open.last?.isForeign ?? false
            if Names.rawText.contains(tag.name), !isForeign {
                scanner.skipRawText(tag.name)
            }
        }
        return false
    }

    private mutating func take(_ tag: HTMLTagScanner.Tag) {
        if open.last?.isForeign == true, Names.breakouts.contains(tag.name) {
            while open.last?.isForeign == true { pop() }
        }
        if open.last?.isForeign == true {
            if tag.isSelfClosing { return }
            push(Entry(name: tag.name, isForeign: !Names.integrationPoints.contains(tag.name)))
        } else if !Names.unnested.contains(tag.name) {
            push(Entry(name: tag.name, isForeign: tag.name == Names.svg || tag.name == Names.math))
        }
    }

    private mutating func push(_ entry: Entry) {
        open.append(entry)
        scopes[scopes.count - 1][entry.name, default: 0] += 1
        if Names.boundaries.contains(entry.name) { scopes.append([:]) }
    }

    private mutating func pop() {
        guard let entry = open.popLast() else { return }
        if Names.boundaries.contains(entry.name), scopes.count > 1 { scopes.removeLast() }
        scopes[scopes.count - 1][entry.name, default: 1] -= 1
    }

    private mutating func close(_ name: [UInt8]) {
        if Names.unnested.contains(name) { return }
        if Names.closers.contains(name) {
            guard scopes.last?[name] ?? 0 > 0 else { return }
            while let last = open.last {
                pop()
                if last.name == name { return }
            }
            return
        }
        if Names.boundaries.contains(name) {
            // The innermost boundary only, with all that is open in it.
            guard let index = open.lastIndex(where: { Names.boundaries.contains($0.name) }), open[index].name == name
            else { return }
            while open.count > index { pop() }
            return
        }
        for (distance, entry) in open.reversed().enumerated().prefix(Self.reach) {
            if entry.name == name {
                for _ in 0...distance { pop() }
                return
            }
            if Names.closers.contains(entry.name) || Names.specials.contains(entry.name)
                || Names.boundaries.contains(entry.name)
            {
                return
            }
        }
    }

    private enum Names {
        static let svg = Array("svg".utf8)
        static let math = Array("math".utf8)
        /// Void elements, those whose end tags pages leave out, and those a page has one of.
        static let unnested = set(
            "area base basefont bgsound br col embed frame hr img image input link meta param source track wbr p li td th"
                + " tr dd dt option optgroup tbody thead tfoot colgroup html head body")
        static let rawText = set("script style")
        /// End tags that close all that is open in the element.
        static let closers = set(
            "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header"
                + " hgroup listing main menu nav ol pre section select summary ul")
        /// Elements that end tags do not look past.
        static let boundaries = set(
            "table caption applet marquee object template button foreignobject annotation-xml desc")
        /// Others that end tags of inline elements do not look past.
        static let specials = set(
            "form h1 h2 h3 h4 h5 h6 iframe noembed noframes noscript plaintext script style textarea title xmp frameset"
                + " keygen search")
        /// HTML in a drawing, which ends the drawing.
        static let breakouts = set(
            "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu"
                + " meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var")
        static let integrationPoints = set("foreignobject desc title annotation-xml mi mo mn ms mtext")

        private static func set(_ names: String) -> Set<[UInt8]> {
            Set(names.utf8.split(separator: 0x20).map { Array($0) })
        }
    }
}
