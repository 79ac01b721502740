/// Where each element of a page stands to the elements that hold the story, in one pass from the top: no line has to
/// walk up through what may be thousands of elements. O(elements).
struct PageStanding {
    /// Whether it is one of the story's elements or in one.
    let isInside: [Bool]
    /// The nearest furniture around it below the story's element (or at all, outside), -1 for none.
    let furniture: [Int32]
    /// Whether it is of a picture or a gallery within the story's element.
    let isCaption: [Bool]
    /// Steps down from the element around the story's, through plain elements only; -1 for none.
    let stepsBeside: [Int]

    init(tree: PageTree, members: Set<Int32>, isFurniture: [Bool]) {
        let nodes = tree.nodes
        var isInside = [Bool](repeating: false, count: nodes.count)
        var furniture = [Int32](repeating: -1, count: nodes.count)
        var isCaption = [Bool](repeating: false, count: nodes.count)
        var steps = [Int](repeating: -1, count: nodes.count)
        var parentOfFirst: Int32 = -1
        if let member = members.min() {
            let parent = nodes[Int(member)].parent
            if parent >= 0, nodes[Int(parent)].name != "body", nodes[Int(parent)].name != "html" {
                parentOfFirst = parent
            }
        }
        for index in nodes.indices {
            let node = nodes[index]
            let parent = Int(node.parent)
            if members.contains(Int32(index)) {
                isInside[index] = true
                if Int32(index) == parentOfFirst { steps[index] = 0 }
                continue
            }
            if parent >= 0 {
                isInside[index] = isInside[parent]
                furniture[index] = furniture[parent]
                isCaption[index] = isCaption[parent]
            }
            if isFurniture[index] { furniture[index] = Int32(index) }
            if node.place.isCaption { isCaption[index] = true }
            if Int32(index) == parentOfFirst {
                steps[index] = 0
            } else if parent >= 0, steps[parent] >= 0, !isFurniture[index], !node.place.isCaption,
                node.name != "figure"
            {
                steps[index] = steps[parent] + 1
            }
        }
        self.isInside = isInside
        self.furniture = furniture
        self.isCaption = isCaption
        stepsBeside = steps
    }
}
