internal import CStemmer

/// A Snowball stemmer (libstemmer) for one language; belongs to one task at a time.
public final class Stemmer {
    private let stemmer: OpaquePointer

    /// - Parameter algorithm: A name of libstemmer's, `english`, or the language's code, `en`; `nil` is given for one it
    ///   does not have.
    public init?(algorithm: String) {
        guard let opened = sb_stemmer_new(algorithm, "UTF_8") else { return nil }
        stemmer = opened
    }

    deinit { sb_stemmer_delete(stemmer) }

    /// Writes the stem of a case-folded word of fewer than 1,000 bytes, never longer than it, and gives its length. O(n).
    public func stem(_ word: UnsafeBufferPointer<UInt8>, into stem: UnsafeMutablePointer<UInt8>) -> Int {
        guard word.count < 1_000, let made = sb_stemmer_stem(stemmer, word.baseAddress, Int32(word.count)) else {
            for (index, byte) in word.enumerated() { stem[index] = byte }
            return word.count
        }
        let count = min(Int(sb_stemmer_length(stemmer)), word.count)
        stem.update(from: made, count: count)
        return count
    }

    /// The stem of a case-folded word. O(n); a word of 1,000 bytes and more is its own stem.
    public func stem(_ word: UTF8Text) -> UTF8Text {
        // Nothing longer is a word, and Snowball counts in 32 bits.
        guard word.count < 1_000 else { return word }
        let result: [UInt8] = word.bytes.withUnsafeBufferPointer { bytes in
            guard let stem = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else { return word.bytes }
            return Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
        }
        return UTF8Text(unchecked: result)
    }
}
