/// Code units that may stand at some place of a match: more than do, where a pattern is not understood, and never fewer.
struct SRXUnitSet: Hashable, Sendable {
    /// Whether any may.
    private(set) var isAll = false
    private(set) var literals: Set<UInt16> = []
    /// Sets and escapes as the pattern writes them, each for one character: `[a-z]`, `\p{Lu}`.
    private(set) var classes: Set<[UInt16]> = []

    static let none = SRXUnitSet()
    static let all: SRXUnitSet = {
        var set = SRXUnitSet()
        set.isAll = true
        return set
    }()

    static func literal(_ unit: UInt16) -> SRXUnitSet {
        var set = SRXUnitSet()
        set.literals = [unit]
        return set
    }

    static func characters(_ pattern: ArraySlice<UInt16>) -> SRXUnitSet {
        var set = SRXUnitSet()
        set.classes = [Array(pattern)]
        return set
    }

    mutating func formUnion(_ other: SRXUnitSet) {
        if isAll { return }
        if other.isAll {
            self = .all
        } else {
            literals.formUnion(other.literals)
            classes.formUnion(other.classes)
        }
    }

    func union(_ other: SRXUnitSet) -> SRXUnitSet {
        var set = self
        set.formUnion(other)
        return set
    }
}
