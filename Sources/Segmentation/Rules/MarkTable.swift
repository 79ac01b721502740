internal import UnicodeText

/// What a mark is that the scanner stops at.
enum MarkKind: UInt8, Sendable {
    /// A full stop that is also a decimal point and the sign of an abbreviation.
    case dot
    case ellipsis
    /// A mark that ends a sentence if white space follows: ! ?
    case mark
    /// A mark that ends a sentence whether or not white space follows: 。 ። ।
    case stop
    /// A bullet of a list.
    case bullet
    /// A closing bracket, for list markers such as "2)".
    case bracket
}

/// The marks, found by their bytes.
struct MarkTable: Sendable {
    private struct Entry: Sendable {
        let bytes: [UInt8]
        var kind: MarkKind
    }

    /// 0 where no mark begins with the byte, else index into `lists` plus one.
    private var leads: [UInt8] = Array(repeating: 0, count: 256)
    /// For every lead byte above ASCII, the set of the second bytes' low six bits.
    private var seconds: [UInt64] = Array(repeating: 0, count: 256)
    private var lists: [[Entry]] = []
    /// The first characters of the marks.
    private var firsts = MarkSet()

    /// The first offset from another on where a mark may begin; the limit if there is none. O(n).
    func next(in bytes: [UInt8], from start: Int, to limit: Int) -> Int {
        firsts.next(in: bytes, from: start, to: limit)
    }

    /// The longest mark at an offset. O(number of marks with that first byte).
    func match(_ bytes: [UInt8], at offset: Int, limit: Int) -> (kind: MarkKind, length: Int)? {
        let lead = Int(bytes[offset])
        guard leads[lead] != 0 else { return nil }
        if lead >= 0x80 {
            guard offset + 1 < limit, seconds[lead] & 1 << UInt64(bytes[offset + 1] & 0x3F) != 0 else { return nil }
        }
        for entry in lists[Int(leads[lead]) - 1] where offset + entry.bytes.count <= limit {
            var same = true
            for index in 1..<max(1, entry.bytes.count) where entry.bytes[index] != bytes[offset + index] {
                same = false
                break
            }
            if same { return (entry.kind, entry.bytes.count) }
        }
        return nil
    }

    /// Adds a mark, or gives it another kind.
    mutating func insert(_ mark: [UInt8], _ kind: MarkKind) {
        guard let lead = mark.first else { return }
        if leads[Int(lead)] == 0 {
            guard lists.count < 255 else { return }
            lists.append([])
            leads[Int(lead)] = UInt8(lists.count)
        }
        firsts.insert(decodeScalar(mark, at: 0).scalar)
        if mark.count > 1 { seconds[Int(lead)] |= 1 << UInt64(mark[1] & 0x3F) }
        let list = Int(leads[Int(lead)]) - 1
        lists[list].removeAll { $0.bytes == mark }
        let place = lists[list].firstIndex { $0.bytes.count < mark.count } ?? lists[list].count
        lists[list].insert(Entry(bytes: mark, kind: kind), at: place)
    }

    mutating func remove(_ mark: [UInt8]) {
        guard let lead = mark.first, leads[Int(lead)] != 0 else { return }
        let list = Int(leads[Int(lead)]) - 1
        lists[list].removeAll { $0.bytes == mark }
    }
}
