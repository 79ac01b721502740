import Dragoman

/// Prints findings as they come.
protocol CheckPrinter {
    mutating func begin(_ out: OutputFile) throws
    mutating func print(_ finding: CheckFinding, in unit: CheckUnit, to out: OutputFile) throws
    mutating func end(_ out: OutputFile) throws
}

/// Where a finding stands.
struct CheckPlace {
    /// The text the finding is about.
    let text: UTF8Text
    let file: String?
    /// Code points of the text.
    let start: Int
    let end: Int

    init(_ finding: CheckFinding, in unit: CheckUnit) {
        text = finding.side == .source ? unit.source.segment.text : unit.target.segment.text
        file = finding.side == .source ? unit.sourceFile ?? unit.file : unit.file
        var offsets = ScalarOffsets(text)
        start = offsets.scalars(before: finding.range.lowerBound)
        end = offsets.scalars(before: finding.range.upperBound)
    }
}
