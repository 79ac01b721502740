internal import ByteXML
internal import UnicodeText

/// The languages a file names, each read once.
struct TMXLanguages {
    private var known: [(spelling: [UInt8], language: LanguageTag?)] = []
    /// Files have a few; one made to fill memory has more.
    private static let limit = 64

    /// The language of a tag as it is spelled, `nil` for what is none. O(languages of the file).
    mutating func language(_ spelling: UnsafeBufferPointer<UInt8>) -> LanguageTag? {
        for entry in known
        where entry.spelling.withUnsafeBytes({ sameBytes($0, UnsafeRawBufferPointer(spelling)) }) {
            return entry.language
        }
        let language = LanguageTag(spelling.text)
        if known.count == Self.limit { known.removeAll() }
        known.append((Array(spelling), language))
        return language
    }
}
