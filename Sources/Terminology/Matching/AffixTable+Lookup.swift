extension AffixTable {
    /// The table through pointers, for the innermost loop; good as long as the table it was made of.
    struct Lookup {
        let affixes: UnsafePointer<Affix>
        let nodes: UnsafePointer<Node>
        let isEmpty: Bool
        private let columns: UnsafePointer<UInt8>
        private let steps: UnsafePointer<UInt16>
        private let width: Int

        init(_ table: AffixTable) {
            affixes = table.affixes.start
            nodes = table.nodes.start
            isEmpty = table.isEmpty
            columns = table.columns.start
            steps = table.steps.start
            width = table.width
        }

        @inline(__always)
        func step(_ node: Int, _ byte: UInt8) -> Int { Int(steps[node &* width &+ Int(columns[Int(byte)])]) }
    }
}
