internal import UnicodeText

/// Looks at units one by one for one kind of fault; one that compares units keeps what it needs of those before.
protocol CheckRule {
    mutating func check(_ unit: CheckUnit, _ report: (CheckFinding) -> Void) throws
}
