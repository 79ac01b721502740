internal import UnicodeText

#if canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// Keys one behind another, found whole by their hashes and in part by going through them.
struct KeyColumn: Sendable {
    /// A key's hash and its number.
    struct Hash: Sendable, BitwiseCopyable {
        let hash: UInt64
        let number: UInt64
    }

    let bytes: FixedBuffer<UInt8>
    /// Where each key ends.
    let ends: FixedBuffer<UInt64>
    /// By hash, those of one hash by number.
    let hashes: FixedBuffer<Hash>

    var count: Int { ends.count }

    init(_ keys: [UTF8Text]) {
        var bytes: [UInt8] = []
        var ends: [UInt64] = []
        for key in keys {
            bytes += key.bytes
            ends.append(UInt64(bytes.count))
        }
        self.bytes = FixedBuffer(bytes)
        self.ends = FixedBuffer(ends)
        hashes = FixedBuffer(
            keys.enumerated().map { Hash(hash: SipHash.hash($1.bytes), number: UInt64($0)) }
                .sorted { ($0.hash, $0.number) < ($1.hash, $1.number) })
    }

    /// `nil` where a number leads out of the columns. O(keys).
    init?(bytes: FixedBuffer<UInt8>, ends: FixedBuffer<UInt64>, hashes: FixedBuffer<Hash>) {
        guard hashes.count == ends.count else { return nil }
        var last: UInt64 = 0
        for end in ends.elements {
            guard end >= last else { return nil }
            last = end
        }
        guard last <= UInt64(bytes.count), hashes.elements.allSatisfy({ $0.number < UInt64(ends.count) }) else {
            return nil
        }
        self.bytes = bytes
        self.ends = ends
        self.hashes = hashes
    }

    func range(_ number: Int) -> Range<Int> {
        (number == 0 ? 0 : Int(ends.start[number - 1]))..<Int(ends.start[number])
    }

    func key(_ number: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes.elements[range(number)])
    }

    /// The numbers of a key, ascending. O(log keys).
    func numbers(of key: UTF8Text) -> [Int] {
        let hash = SipHash.hash(key.bytes)
        var (low, high) = (0, hashes.count)
        while low < high {
            let middle = (low + high) / 2
            if hashes.start[middle].hash < hash { low = middle + 1 } else { high = middle }
        }
        return hashes.elements[low...].prefix { $0.hash == hash }.map { Int($0.number) }
            .filter { self.key($0).elementsEqual(key.bytes) }
    }

    /// Calls `found` with the numbers of the keys that hold a phrase as whole words, ascending. O(bytes).
    func forEachKey(with phrase: UTF8Text, _ found: (Int) -> Void) {
        guard let head = phrase.bytes.first, count > 0 else { return }
        phrase.bytes.withUnsafeBytes { phrase in
            var (offset, number) = (0, 0)
            let last = Int(ends.start[count - 1]) - phrase.count
            while offset <= last, let place = memchr(bytes.start + offset, Int32(head), last + 1 - offset) {
                let start = UnsafeRawPointer(place) - UnsafeRawPointer(bytes.start)
                offset = start + 1
                guard sameBytes(UnsafeRawBufferPointer(start: place, count: phrase.count), phrase) else { continue }
                while Int(ends.start[number]) <= start { number += 1 }
                let (key, end) = (range(number), start + phrase.count)
                // Not across two keys.
                guard end <= key.upperBound, !isInsideWord(start, key), !isInsideWord(end, key) else { continue }
                found(number)
                offset = key.upperBound
            }
        }
    }

    /// As `UTF8Text.isInsideWord`, for a place in a key. O(1).
    private func isInsideWord(_ offset: Int, _ key: Range<Int>) -> Bool {
        guard offset > key.lowerBound, offset < key.upperBound else { return false }
        let (before, behind) = (bytes.start[offset - 1], bytes.start[offset])
        if before == 0x20 || behind == 0x20 { return false }
        if Self.isAlphanumeric(before), Self.isAlphanumeric(behind) { return true }
        // The two characters alone: a key may be long.
        var (start, end) = (offset - 1, offset + 1)
        while start > key.lowerBound, offset - start < 4, bytes.start[start] & 0xC0 == 0x80 { start -= 1 }
        while end < key.upperBound, end - offset < 4, bytes.start[end] & 0xC0 == 0x80 { end += 1 }
        guard let text = UTF8Text(validating: Array(bytes.elements[start..<end])) else { return true }
        return text.isInsideWord(offset - start)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }
}
