/// The parts of a file that statistics look at: words that are not ASCII, and the words beside them.
///
/// A page may begin with 100 KB of script; what tells encodings apart is elsewhere. Words end at bytes up to 0x2F, which
/// are no part of a longer character in any encoding that statistics choose from (trail bytes of GB18030 begin at 0x30).
struct EncodingSample {
    /// Words with the separators between them; a line feed where something was left out.
    private(set) var bytes: [UInt8] = []
    /// Bytes of 0x80 and more in the sample.
    private(set) var highCount = 0
    /// Which bytes occur anywhere in the file.
    private(set) var used = [Bool](repeating: false, count: 256)

    /// No more bytes than this are looked at.
    static let limit = 48 * 1024
    /// A word longer than this is cut: text without spaces.
    private static let longestWord = 4096
    /// Long files are sampled in this many places.
    private static let places = 16

    /// O(n) in the length of the file, with a small constant: one look at each byte.
    init(_ file: [UInt8]) {
        file.withUnsafeBufferPointer { all in
            var high = 0
            for byte in all {
                used[Int(byte)] = true
                if byte >= 0x80 { high += 1 }
            }
            collect(all, high: high)
        }
    }

    /// Takes the file whole when it is short, else as many words from each part that has an equal share of the bytes
    /// that are not ASCII.
    private mutating func collect(_ all: UnsafeBufferPointer<UInt8>, high: Int) {
        let share = max(1, (high + Self.places - 1) / Self.places)
        let quota = Self.limit / Self.places
        let isShort = all.count <= Self.limit
        var seen = 0
        var place = 0
        var taken = 0
        var previous = 0..<0
        var takenUpTo = 0
        var wantsNext = false
        var position = 0
        while position < all.count {
            let start = position
            var highHere = 0
            while position < all.count, all[position] > 0x2F, position - start < Self.longestWord {
                if all[position] >= 0x80 { highHere += 1 }
                position += 1
            }
            while position < all.count, all[position] <= 0x2F, position - start < Self.longestWord { position += 1 }
            let word = start..<position
            seen += highHere
            if seen > share * (place + 1) {
                place += 1
                taken = 0
            }
            if highHere > 0, isShort || taken < quota {
                let first = previous.lowerBound >= takenUpTo ? previous : word
                if first.lowerBound != takenUpTo, !bytes.isEmpty { bytes.append(0x0A) }
                bytes.append(contentsOf: all[first.lowerBound..<word.upperBound])
                taken += word.upperBound - first.lowerBound
                highCount += highHere
                takenUpTo = word.upperBound
                wantsNext = true
            } else if wantsNext, highHere == 0, word.count < 64 {
                if start == takenUpTo {
                    bytes.append(contentsOf: all[word])
                    takenUpTo = word.upperBound
                }
                wantsNext = false
            } else {
                wantsNext = false
            }
            previous = word.count < 64 ? word : word.upperBound..<word.upperBound
        }
    }
}
