/// Cuts a text into the features that the counts are of.
///
/// Words are runs of letters in simple case folding, with the combining marks that NFC leaves; each gives one key for
/// itself and one for each trigram of it, its edges included. Han and Kana stand alone, since words are not marked there.
struct FeatureScanner {
    /// Letters of a word that are looked at: what is longer is no word, but a run without blanks.
    private static let limit = 64
    /// Stands for the edge of a word in a trigram.
    private static let edge: UInt32 = 0x5F

    private var word: [UInt32] = []

    /// Calls back with the key of each feature, words' keys having their highest bit set. O(n).
    mutating func scan(_ text: UTF8Text, _ visit: (UInt64) -> Void) {
        var offset = 0
        word.removeAll(keepingCapacity: true)
        while offset < text.count {
            let (scalar, length) = text.scalar(at: offset)
            offset += length
            if scalar.isLetter {
                if Self.standsAlone(scalar.value) {
                    close(visit)
                    visit(Self.key(of: CollectionOfOne(scalar.value)))
                } else if word.count < Self.limit {
                    word.append(Self.folded(scalar))
                }
            } else if (0x300...0x36F).contains(scalar.value), !word.isEmpty {
                if word.count < Self.limit { word.append(scalar.value) }
            } else {
                close(visit)
            }
        }
        close(visit)
    }

    private mutating func close(_ visit: (UInt64) -> Void) {
        guard let first = word.first else { return }
        visit(Self.key(of: word))
        var (left, middle) = (Self.edge, first)
        for index in 0..<word.count {
            let right = index + 1 < word.count ? word[index + 1] : Self.edge
            visit(Self.key(left, middle, right))
            (left, middle) = (middle, right)
        }
        word.removeAll(keepingCapacity: true)
    }

    /// Key of a word: FNV-1a over its scalars.
    static func key(of word: some Sequence<UInt32>) -> UInt64 {
        var hash = emptyHash
        for scalar in word { add(scalar, to: &hash) }
        return hash | 1 << 63
    }

    private static let emptyHash: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    private static func add(_ scalar: UInt32, to hash: inout UInt64) {
        hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01b3
    }

    /// Key of a word as the data have it, folded.
    static func key(ofWord bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = emptyHash
        var offset = 0
        while offset < bytes.count {
            let (scalar, length) = decodeScalar(bytes, at: offset)
            add(scalar.value, to: &hash)
            offset += length
        }
        return hash | 1 << 63
    }

    /// Key of a trigram as the data have it, folded and with its edges; `nil` for what has not three scalars.
    static func key(ofTrigram bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
        var key: UInt64 = 0
        var count = 0
        var offset = 0
        while offset < bytes.count {
            let (scalar, length) = decodeScalar(bytes, at: offset)
            key = key << 21 | UInt64(scalar.value)
            count += 1
            offset += length
        }
        return count == 3 ? key : nil
    }

    /// Key of a trigram: its scalars side by side, 21 bits each.
    static func key(_ left: UInt32, _ middle: UInt32, _ right: UInt32) -> UInt64 {
        UInt64(left) << 42 | UInt64(middle) << 21 | UInt64(right)
    }

    private static func standsAlone(_ value: UInt32) -> Bool {
        (0x3041...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value)
    }

    private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
        let value = scalar.value
        if value < 0x80 { return (0x41...0x5A).contains(value) ? value | 0x20 : value }
        return scalar.simpleFold.value
    }
}
