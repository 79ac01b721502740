/// The parts of a file that statistics look at: words that are not ASCII, and the words beside them.
///
/// A page may begin with 100 KB of script; what tells encodings apart is elsewhere. Words end at bytes up to 0x2F, which
/// are no part of a longer character in any encoding that statistics choose from (trail bytes of GB18030 begin at 0x30).
struct EncodingSample {
    /// Words with the separators between them; a line feed where something was left out.
    private(set) var bytes: [UInt8] = []
    /// Bytes of 0x80 and more in the sample.
    private(set) var highCount = 0
    /// How often each byte occurs anywhere in the file.
    private(set) var counts = [Int](repeating: 0, count: 256)

    /// No more bytes than this are looked at.
    static let limit = 48 * 1024
    /// A word longer than this is cut: text without spaces.
    private static let longestWord = 4096
    /// A tag longer than this is taken for text.
    private static let longestTag = 512
    /// Words before and after one that is not ASCII that are taken as well: they tell the language.
    private static let neighbours = 10
    /// Long files are sampled in this many places.
    private static let places = 16

    /// O(n) in the length of the file, with a small constant: one look at each byte.
    init(_ file: [UInt8]) {
        file.withUnsafeBufferPointer { all in
            for byte in all { counts[Int(byte)] += 1 }
            collect(all, high: counts[0x80...].reduce(0, +))
        }
    }

    /// Takes from each part of the file that has an equal share of the bytes that are not ASCII as many words.
    private mutating func collect(_ all: UnsafeBufferPointer<UInt8>, high: Int) {
        let share = max(1, (high + Self.places - 1) / Self.places)
        let quota = all.count <= Self.limit ? Self.limit : Self.limit / Self.places
        var seen = 0
        var place = 0
        var taken = 0
        // Where the words before this one begin, the oldest first, and up to where the file is taken already.
        var before: [Int] = []
        var takenUpTo = 0
        var wanted = 0
        var position = 0
        while position < all.count {
            let start = position
            if let end = Self.tag(all, start) {
                position = end
                before.removeAll(keepingCapacity: true)
                wanted = 0
                continue
            }
            var highHere = 0
            repeat {
                if all[position] >= 0x80 { highHere += 1 }
                position += 1
            } while position < all.count && all[position] > 0x2F && all[position] != UInt8(ascii: "<")
                && position - start < Self.longestWord
            while position < all.count, all[position] <= 0x2F, position - start < Self.longestWord { position += 1 }
            seen += highHere
            if seen > share * (place + 1) {
                place += 1
                taken = 0
            }
            if highHere > 0, taken < quota {
                let first = max(takenUpTo, before.first ?? start)
                if first != takenUpTo, !bytes.isEmpty { bytes.append(0x0A) }
                bytes.append(contentsOf: all[first..<position])
                taken += position - first
                highCount += highHere
                takenUpTo = position
                wanted = Self.neighbours
            } else if wanted > 0, highHere == 0, position - start < 64 {
                bytes.append(contentsOf: all[start..<position])
                taken += position - start
                takenUpTo = position
                wanted -= 1
            } else {
                wanted = 0
            }
            if position - start < 64 {
                if before.count == Self.neighbours { before.removeFirst() }
                before.append(start)
            } else {
                before.removeAll(keepingCapacity: true)
            }
        }
    }

    /// The end of a tag of HTML or XML that is all ASCII; such tell nothing of the text's language.
    private static func tag(_ all: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        guard all[start] == UInt8(ascii: "<"), start + 1 < all.count else { return nil }
        switch all[start + 1] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "/"),
            UInt8(ascii: "!"), UInt8(ascii: "?"):
            break
        default: return nil
        }
        for index in start..<min(all.count, start + longestTag) {
            if all[index] >= 0x80 { return nil }
            if all[index] == UInt8(ascii: ">") { return index + 1 }
        }
        return nil
    }
}
