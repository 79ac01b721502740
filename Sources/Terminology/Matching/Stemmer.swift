internal import CStemmer
internal import UnicodeText

/// A Snowball stemmer (libstemmer) for one language; belongs to one task at a time.
final class Stemmer {
    private let stemmer: OpaquePointer

    /// `nil` when libstemmer has no algorithm of that name.
    init?(algorithm: String) {
        guard let opened = sb_stemmer_new(algorithm, "UTF_8") else { return nil }
        stemmer = opened
    }

    deinit { sb_stemmer_delete(stemmer) }

    /// The stem of a case-folded word.
    func stem(_ word: UTF8Text) -> UTF8Text {
        // Nothing longer is a word, and Snowball counts in 32 bits.
        guard word.count < 1_000 else { return word }
        let result: [UInt8] = word.bytes.withUnsafeBufferPointer { bytes in
            guard let stem = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else { return word.bytes }
            return Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
        }
        return UTF8Text(unchecked: result)
    }
}
