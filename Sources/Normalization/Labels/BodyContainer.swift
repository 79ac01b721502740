/// Finds the element of a page that holds the story: the one with the most text of paragraphs, near above them.
///
/// The idea of giving a paragraph's weight to the elements around it, less the further out they are, is that of
/// Arc90's Readability (2009). O(elements + blocks × depth).
struct BodyContainer {
    private let tree: PageTree
    private let lines: [LabelledBlock]
    /// For each element the words of paragraphs in it.
    private var copy: [Double]
    /// Whether an element's labels speak against it: comments whatever their size, others unless most of the copy
    /// stands in them.
    private let isFurniture: [Bool]
    /// The elements that hold the story.
    private(set) var members: Set<Int32> = []

    /// `nil` where no element holds a paragraph.
    init?(tree: PageTree, lines: [LabelledBlock]) {
        self.tree = tree
        self.lines = lines
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
        let total = copy.first ?? 0
        isFurniture = tree.nodes.indices.map { index in
            let node = tree.nodes[index]
            if node.place.isComments, !holdsTitle[index] { return true }
            return node.place.reason != nil && copy[index] <= 0.4 * total
        }
        guard total > 0, let best = best() else { return nil }
        members = [best]
        addTwins(of: best)
    }

    /// Whether an element within the story's is furniture or a picture's.
    func isInsideFurniture(_ line: LabelledBlock) -> BoilerplateReason? {
        for node in tree.path(from: line.place.node) {
            if members.contains(node) { return nil }
            if isFurniture[Int(node)] { return tree[node].place.reason ?? .navigation }
        }
        return nil
    }

    func isInsideCaption(_ line: LabelledBlock) -> Bool {
        for node in tree.path(from: line.place.node) {
            if members.contains(node) { return false }
            if tree[node].place.isCaption { return true }
        }
        return false
    }

    func contains(_ line: LabelledBlock) -> Bool { tree.path(from: line.place.node).contains { members.contains($0) } }

    /// A paragraph beside the story's element that is as much copy as those in it: a first or last one left outside.
    func isBeside(_ line: LabelledBlock) -> Bool {
        guard let member = members.min(), Self.isCopy(line), line.place.linkShare < 0.25,
            ["p", "div"].contains(line.place.element)
        else { return false }
        let parent = tree[member].parent
        guard parent >= 0, !["body", "html"].contains(tree[parent].name) else { return false }
        var distance = 0
        for node in tree.path(from: line.place.node) {
            if node == parent { return distance <= 2 }
            let place = tree[node].place
            if isFurniture[Int(node)] || place.isCaption || tree[node].name == "figure" || members.contains(node) {
                return false
            }
            distance += 1
        }
        return false
    }

    /// A line that paragraphs look like.
    private static func isCopy(_ line: LabelledBlock) -> Bool {
        line.features.words >= 5 && line.place.linkShare < 0.5
            && (line.features.endsSentence || line.features.words >= 20)
    }

    private func best() -> Int32? {
        var weights = [Double](repeating: 0, count: tree.nodes.count)
        for line in lines where line.place.node >= 0 && line.features.words >= 5 && line.place.linkShare < 0.5 {
            var weight = Double(min(60, line.features.words)) / 10 * (1 - line.place.linkShare)
            weight = line.features.endsSentence ? weight + 1 : weight * 0.5
            if tree.path(from: line.place.node).contains(where: { isFurniture[Int($0)] }) { weight *= 0.2 }
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
