internal import UnicodeText

/// For each of many texts one or two before it that it is probably most like: the lines of a table, the results of a day.
///
/// Of thousands of texts that differ in a few words each is like all others, and an index would compare all with all. What
/// they have in common are words that many of them have: texts with the same such words in the same order are likely
/// twins. Nothing follows from that but where to look first.
struct LikelyTwins {
    /// By text; -1 where there is none.
    private var nearest: [Int32]
    private var other: [Int32]

    /// Words at least so many texts have are looked at, and then words four times as many have, and so on.
    private static let fewest: UInt32 = 16

    /// O(words · log of the number of texts).
    init(_ texts: [UTF8Text]) {
        nearest = Array(repeating: -1, count: texts.count)
        other = nearest
        var frequencies: [UInt64: UInt32] = [:]
        for text in texts { Self.forEachWord(of: text) { frequencies[$0, default: 0] += 1 } }
        var least = Self.fewest
        while Int(least) * 2 <= texts.count {
            var last: [UInt64: Int32] = [:]
            for (place, text) in texts.enumerated() {
                guard let kind = Self.kind(of: text, { frequencies[$0] ?? 0 >= least }),
                    let twin = last.updateValue(Int32(truncatingIfNeeded: place), forKey: kind)
                else { continue }
                // Those with more words in common come first.
                if nearest[place] < 0 {
                    nearest[place] = twin
                } else if other[place] < 0, nearest[place] != twin {
                    other[place] = twin
                }
            }
            least = least > .max / 4 ? .max : least * 4
        }
    }

    /// Places of the likely twins of a text.
    subscript(place: Int) -> [Int] { [nearest[place], other[place]].filter { $0 >= 0 }.map { Int($0) } }

    /// The frequent words of a text as one number; `nil` where they are less than half of its words.
    private static func kind(of text: UTF8Text, _ isFrequent: (UInt64) -> Bool) -> UInt64? {
        var words = 0
        var frequent = 0
        var kind = KeyedHash(count: 0)
        forEachWord(of: text) { word in
            words += 1
            guard isFrequent(word) else { return }
            frequent += 1
            kind.take(word)
        }
        return frequent * 2 >= words && frequent > 0 ? kind.value : nil
    }

    /// Numbers for what stands between blanks.
    private static func forEachWord(of text: UTF8Text, _ body: (UInt64) -> Void) {
        text.bytes.withUnsafeBytes { bytes in
            var start = 0
            while start < bytes.count {
                var end = start
                while end < bytes.count, bytes[end] > 0x20 { end += 1 }
                if end > start { body(KeyedHash.hash(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))) }
                start = end + 1
            }
        }
    }
}
