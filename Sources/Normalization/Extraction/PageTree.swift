/// The block-level elements of a page, each after its parent, for judging where its story stands.
struct PageTree: Sendable {
    struct Node: Sendable {
        /// Index of the parent, -1 for the root.
        let parent: Int32
        let name: String
        /// Elements alike in name and labels have the same.
        let signature: Int
        let place: HTMLPlaceRules.Place
    }

    private(set) var nodes: [Node] = []
    /// What the page says of itself.
    var claims = PageClaims()

    /// Adds an element under the one given and returns its index.
    mutating func add(under parent: Int32, name: String, labels: [String], place: HTMLPlaceRules.Place) -> Int32 {
        var hasher = Hasher()
        for byte in name.utf8 { hasher.combine(byte) }
        // Identifiers are one of a kind; what is alike has the same class.
        for byte in (labels.first ?? "").utf8 { hasher.combine(byte) }
        nodes.append(Node(parent: parent, name: name, signature: hasher.finalize(), place: place))
        return Int32(nodes.count - 1)
    }

    subscript(index: Int32) -> Node { nodes[Int(index)] }

    /// The element and those around it, from the inside out.
    func path(from index: Int32) -> PathSequence { PathSequence(nodes: nodes, index: index) }

    struct PathSequence: Sequence, IteratorProtocol {
        fileprivate let nodes: [Node]
        fileprivate var index: Int32

        mutating func next() -> Int32? {
            guard index >= 0 else { return nil }
            defer { index = nodes[Int(index)].parent }
            return index
        }
    }
}
