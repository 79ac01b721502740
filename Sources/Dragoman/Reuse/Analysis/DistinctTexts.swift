internal import UnicodeText

/// Texts that come first among equal ones, numbered in their order.
struct DistinctTexts {
    private(set) var all: [UTF8Text] = []
    /// By place the number, -1 for a repetition.
    private var numbers: [Int32] = []

    /// O(n).
    init(_ texts: [UTF8Text]) {
        var seen: Set<UTF8Text> = []
        for text in texts {
            let isFirst = seen.insert(text).inserted
            numbers.append(isFirst ? Int32(truncatingIfNeeded: all.count) : -1)
            if isFirst { all.append(text) }
        }
    }

    /// The number of the text at a place; `nil` if it stands further up, too.
    func number(ofFirst place: Int) -> Int? { numbers[place] < 0 ? nil : Int(numbers[place]) }
}
