internal import UnicodeText

/// Finds lists of other stories in a page by their make: elements alike side by side, each with a link to a story and
/// a few words at most. O(elements + lines).
struct TeaserLists {
    /// For each element whether it is one of such a list.
    let isTeaser: [Bool]

    /// Fewer are no list.
    private static let minimumCount = 3
    /// More words beside the links are no teaser.
    private static let maximumWords = 45

    private struct Group: Hashable {
        let parent: Int32
        let signature: Int
    }

    /// - Parameter holdsTitle: for each element whether the page's title stands in it.
    init(tree: PageTree, lines: [LabelledBlock], holdsTitle: [Bool]) {
        let nodes = tree.nodes
        var links = [Int](repeating: 0, count: nodes.count)
        var words = [Int](repeating: 0, count: nodes.count)
        for line in lines where line.place.node >= 0 {
            let node = Int(line.place.node)
            if line.place.linkShare > 0.8, line.features.words >= 1, line.features.words <= 25 {
                links[node] += 1
            } else {
                words[node] += line.features.words
            }
        }
        for index in nodes.indices.reversed() where nodes[index].parent >= 0 {
            let parent = Int(nodes[index].parent)
            links[parent] += links[index]
            words[parent] += words[index]
        }
        var groups: [Group: (count: Int, words: Int)] = [:]
        func group(_ index: Int) -> Group? {
            let node = nodes[index]
            guard node.parent >= 0, Self.holders.contains(node.name), links[index] > 0, words[index] > 0,
                words[index] <= Self.maximumWords, !holdsTitle[index]
            else { return nil }
            return Group(parent: node.parent, signature: node.signature)
        }
        for index in nodes.indices {
            guard let key = group(index) else { continue }
            groups[key, default: (0, 0)].count += 1
            groups[key, default: (0, 0)].words += words[index]
        }
        isTeaser = nodes.indices.map { index in
            guard let key = group(index), let found = groups[key] else { return false }
            return found.count >= Self.minimumCount
        }
    }

    private static let holders: Set<String> = ["div", "article", "section", "li", "td", "dl", "figure"]
}
