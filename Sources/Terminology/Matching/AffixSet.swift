internal import UnicodeText

/// Beginnings or endings that a word takes in turn: one line of a language's data.
struct AffixSet: Sendable {
    /// What the set is called in explanations: "plural", "locative".
    let label: String
    /// So many letters of a word must be left beside any of them.
    let minimum: Int
    /// Whether a term has none of them itself: what it ends in is its own (ታይዋን is not ታይ with an ending).
    let isAdded: Bool
    /// As the data has them; an empty one is no affix.
    let affixes: [UTF8Text]

    /// Reads `label/minimum: a b (c|d)(e|-)`, where a hyphen alone is nothing and brackets stand for each of what is in
    /// them; label and minimum may be left out. A plus before the colon: they are added to the term as it is.
    init(_ line: UTF8Text, label: String, minimum: Int) {
        var label = label
        var minimum = minimum
        var isAdded = false
        var rest = line.bytes[...]
        if let colon = rest.firstIndex(of: 0x3A) {
            isAdded = rest[..<colon].last == 0x2B
            let head = rest[..<(isAdded ? colon - 1 : colon)].split(separator: 0x2F).map {
                String(decoding: $0, as: UTF8.self)
            }
            if let first = head.first, !first.isEmpty { label = first }
            if head.count > 1, let number = Int(head[1]) { minimum = number }
            rest = rest[(colon + 1)...]
        }
        self.label = label
        self.minimum = minimum
        self.isAdded = isAdded
        var seen: Set<UTF8Text> = []
        affixes = rest.split(separator: 0x20).flatMap { Self.expanded($0) }.filter { seen.insert($0).inserted }
    }

    /// More would be a mistake in the data.
    private static let maximum = 4_096

    private static func expanded(_ pattern: ArraySlice<UInt8>) -> [UTF8Text] {
        var results: [[UInt8]] = [[]]
        var offset = pattern.startIndex
        while offset < pattern.endIndex {
            var alternatives: [[UInt8]] = [[pattern[offset]]]
            if pattern[offset] == 0x28, let close = pattern[offset...].firstIndex(of: 0x29) {
                alternatives = pattern[(offset + 1)..<close].split(separator: 0x7C, omittingEmptySubsequences: false)
                    .map(Array.init)
                offset = close
            }
            results = results.flatMap { result in
                alternatives.map { result + ($0.elementsEqual([0x2D]) ? [] : $0) }
            }
            if results.count > maximum { return [] }
            offset += 1
        }
        return results.map { UTF8Text(unchecked: $0) }
    }
}
