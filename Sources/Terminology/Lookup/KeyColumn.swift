internal import UnicodeText

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
}
