/// The groups an element stands in. `DataCategory` has no tree: a group is an entry of its own without value, and what
/// stands in it follows with the path in its name, `transacGrp`, `transacGrp/transac`, `transacGrp/date`.
struct TBXGroupPath {
    private(set) var path = ""
    private var lengths: [Int] = []
    /// Whether a field took what the outermost group is about.
    var isTaken = false

    static let separator: Character = "/"

    var isOpen: Bool { !lengths.isEmpty }
    var isTransaction: Bool { path.utf8.starts(with: "transacGrp".utf8) }

    mutating func open(_ name: String) {
        if !isOpen { isTaken = false }
        let inner = member(name)
        lengths.append(path.utf8.count)
        path = inner
    }

    mutating func close() {
        guard let length = lengths.popLast() else { return }
        path = String(decoding: path.utf8.prefix(length), as: UTF8.self)
    }

    /// The path of an element in the group.
    func member(_ name: String) -> String { isOpen ? "\(path)\(Self.separator)\(name)" : name }

    /// Whether the outermost group is the only one, and describes an element of a name no field took yet:
    /// `descripGrp` a `descrip`.
    func isAbout(_ name: String) -> Bool {
        lengths.count == 1 && !isTaken && path.utf8.elementsEqual("\(name)Grp".utf8)
    }
}
