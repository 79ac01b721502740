internal import UnicodeText

/// Finds the element of a page that holds the story: the one the page declares to, else the one with the most text of
/// paragraphs, near above them.
///
/// The idea of giving a paragraph's weight to the elements around it, less the further out they are, is that of
/// Arc90's Readability (2009). O(elements + blocks).
struct BodyContainer {
    private let tree: PageTree
    /// For each element the words of paragraphs in it.
    private var copy: [Double]
    /// For each element whether the page's title stands in it.
    private let holdsTitle: [Bool]
    /// Whether an element's labels speak against it: comments whatever their size, others unless most of the copy
    /// stands in them.
    private let isFurniture: [Bool]
    private let isTeaser: [Bool]
    /// The elements that hold the story.
    private(set) var members: Set<Int32> = []
    private var standing: PageStanding

    /// `nil` where no element holds a paragraph.
    init?(tree: PageTree, lines: [LabelledBlock]) {
        self.tree = tree
        var copy = [Double](repeating: 0, count: tree.nodes.count)
        var holdsTitle = [Bool](repeating: false, count: tree.nodes.count)
        for line in lines where line.place.node >= 0 {
            if Self.isCopy(line) { copy[Int(line.place.node)] += Double(line.features.words) }
            if line.place.element == "h1" { holdsTitle[Int(line.place.node)] = true }
        }
        for index in tree.nodes.indices.reversed() where tree.nodes[index].parent >= 0 {
            copy[Int(tree.nodes[index].parent)] += copy[index]
            if holdsTitle[index] { holdsTitle[Int(tree.nodes[index].parent)] = true }
        }
        self.copy = copy
        self.holdsTitle = holdsTitle
        let total = copy.first ?? 0
        let isTeaser = TeaserLists(tree: tree, lines: lines, holdsTitle: holdsTitle).isTeaser
        self.isTeaser = isTeaser
        isFurniture = tree.nodes.indices.map { index in
            let node = tree.nodes[index]
            if node.place.isComments, !holdsTitle[index] { return true }
            if isTeaser[index] { return true }
            return node.place.reason != nil && copy[index] <= 0.4 * total
        }
        standing = PageStanding(tree: tree, members: [], isFurniture: isFurniture)
        guard total > 0, var best = best(lines) else { return nil }
        best = declared(around: best) ?? titled(near: best) ?? best
        members = [best]
        addTwins(of: best)
        standing = PageStanding(tree: tree, members: members, isFurniture: isFurniture)
    }

    /// Why an element within the story's is furniture; `nil` if none around the line is.
    func furniture(around line: LabelledBlock) -> BoilerplateReason? {
        guard line.place.node >= 0 else { return nil }
        let node = standing.furniture[Int(line.place.node)]
        guard node >= 0 else { return nil }
        return tree[node].place.reason ?? (isTeaser[Int(node)] ? .related : .navigation)
    }

    /// Whether a picture's words or a gallery stand around a line within the story.
    func isInsideCaption(_ line: LabelledBlock) -> Bool {
        line.place.node >= 0 && standing.isCaption[Int(line.place.node)]
    }

    func contains(_ line: LabelledBlock) -> Bool {
        line.place.node >= 0 && standing.isInside[Int(line.place.node)]
    }

    /// A paragraph beside the story's element that is as much copy as those in it: a first or last one left outside.
    func isBeside(_ line: LabelledBlock) -> Bool {
        guard line.place.node >= 0, Self.isCopy(line), line.place.linkShare < 0.25,
            ["p", "div"].contains(line.place.element)
        else { return false }
        return (0...2).contains(standing.stepsBeside[Int(line.place.node)])
    }

    /// A line that paragraphs look like.
    private static func isCopy(_ line: LabelledBlock) -> Bool {
        line.features.words >= 5 && line.place.linkShare < 0.5
            && (line.features.endsSentence || line.features.words >= 20)
    }

    private func best(_ lines: [LabelledBlock]) -> Int32? {
        var weights = [Double](repeating: 0, count: tree.nodes.count)
        for line in lines where line.place.node >= 0 && line.features.words >= 5 && line.place.linkShare < 0.5 {
            var weight = Double(min(60, line.features.words)) / 10 * (1 - line.place.linkShare)
            weight = line.features.endsSentence ? weight + 1 : weight * 0.5
            if standing.furniture[Int(line.place.node)] >= 0 { weight *= 0.2 }
            weights[Int(line.place.node)] += weight
        }
        var best: (node: Int32, weight: Double)?
        // Children stand after their parents: what a child gives up is complete when its turn comes.
        for index in tree.nodes.indices.reversed() {
            let node = tree.nodes[index]
            let isHolder = Self.holders.contains(node.name)
            if isHolder, weights[index] > 0 {
                let weight = weights[index] * bonus(index)
                if weight > best?.weight ?? 0 { best = (Int32(index), weight) }
            }
            if node.parent >= 0 { weights[Int(node.parent)] += weights[index] * (isHolder ? 0.7 : 1) }
        }
        return best?.node
    }

    private func bonus(_ index: Int) -> Double {
        let node = tree.nodes[index]
        var bonus = 1.0
        if node.name == "article" || node.name == "main" { bonus += 0.15 }
        if node.place.isBodyLike { bonus += 0.3 }
        if isFurniture[index] { bonus -= 0.3 }
        if Self.unlikely.contains(node.name) { bonus -= 0.3 }
        return bonus
    }

    private static let holders: Set<String> = [
        "div", "article", "section", "main", "td", "body", "blockquote", "li", "ul", "ol", "form", "aside", "center",
        "table", "tr", "tbody", "header", "figure", "details", "dd",
    ]
    private static let unlikely: Set<String> = [
        "li", "form", "aside", "figure", "ul", "ol", "body", "html", "header",
    ]

    /// The nearest element around the best, or the one in it, that the page declares to be the story's text.
    private func declared(around best: Int32) -> Int32? {
        if let around = tree.path(from: best).first(where: { tree[$0].place.isDeclaredBody }) { return around }
        return inside(best) { tree.nodes[$0].place.isDeclaredBody && copy[$0] >= 0.5 * copy[Int(best)] }
    }

    /// Where several stories stand side by side, each an `article` (HTML: "a complete, or self-contained,
    /// composition"), the one under the page's title.
    private func titled(near best: Int32) -> Int32? {
        guard let top = tree.path(from: best).first(where: { holdsTitle[Int($0)] }) else { return nil }
        let isAround = Set(tree.path(from: best))
        // An article of its own without the title is another story; a plain element may hold several.
        if top == best ? tree[best].name == "article" : !isInArticle(best, below: top) { return nil }
        let stories = articles(in: top)
        let titled = stories.filter { holdsTitle[Int($0)] }
        guard titled.count == 1, let found = titled.first, !isAround.contains(found) else { return nil }
        let others = stories.reduce(0) { $0 + ($1 == found ? 0 : copy[Int($1)]) }
        let own = copy[Int(found)]
        guard own >= Self.minimumStory, own >= 0.15 * copy[Int(best)], others >= 0.2 * own else { return nil }
        return found
    }

    /// Words; an article of fewer may be but the head of a story.
    private static let minimumStory = 40.0

    private func isInArticle(_ node: Int32, below top: Int32) -> Bool {
        tree.path(from: node).prefix { $0 != top }.contains { tree[$0].name == "article" }
    }

    /// The outermost articles in an element.
    private func articles(in top: Int32) -> [Int32] {
        var isWithin = [Bool](repeating: false, count: tree.nodes.count)
        var found: [Int32] = []
        isWithin[Int(top)] = true
        for index in tree.nodes.indices.dropFirst(Int(top) + 1) {
            let node = tree.nodes[index]
            guard node.parent >= 0, isWithin[Int(node.parent)] else { continue }
            if node.name == "article" { found.append(Int32(index)) } else { isWithin[index] = true }
        }
        return found
    }

    /// The first element in another that a condition holds for.
    private func inside(_ top: Int32, where condition: (Int) -> Bool) -> Int32? {
        var isWithin = [Bool](repeating: false, count: tree.nodes.count)
        isWithin[Int(top)] = true
        for index in tree.nodes.indices.dropFirst(Int(top) + 1) {
            let parent = tree.nodes[index].parent
            guard parent >= 0, isWithin[Int(parent)] else { continue }
            if condition(index) { return Int32(index) }
            isWithin[index] = true
        }
        return nil
    }

    /// A story cut into several elements of the same make, side by side up to four levels up.
    private mutating func addTwins(of best: Int32) {
        // Nested stories of a list are no parts of the one above.
        guard tree[best].name != "article" else { return }
        var chain = [best]
        for _ in 0..<4 {
            guard let last = chain.last, tree[last].parent >= 0 else { break }
            let parent = tree[last].parent
            guard !["body", "html"].contains(tree[parent].name) else { break }
            chain.append(parent)
        }
        let twins = tree.nodes.indices.lazy.map(Int32.init).filter { [tree, chain] node in
            guard node != best, tree[node].signature == tree[best].signature else { return false }
            var here = node
            for step in chain.indices.dropFirst() {
                let parent = tree[here].parent
                guard parent >= 0 else { return false }
                if parent == chain[step] { return true }
                guard tree[parent].signature == tree[chain[step]].signature else { return false }
                here = parent
            }
            return false
        }.filter { [copy] in copy[Int($0)] > 0 }
        let found = Array(twins)
        let sum = found.reduce(0) { $0 + copy[Int($1)] }
        if sum >= 0.1 * copy[Int(best)] { members.formUnion(found) }
    }
}
