internal import ByteXML
internal import UnicodeText

/// The languages a file names, each read once.
struct TMXLanguages {
    private var known: [(spelling: [UInt8], language: LanguageTag?, isCanonical: Bool)] = []
    /// Files have a few; one made to fill memory has more.
    private static let limit = 64

    /// The language of a tag as it is spelled, and whether that is its canonical spelling; `nil` for what is none.
    /// O(languages of the file).
    mutating func language(_ spelling: UnsafeBufferPointer<UInt8>) -> (tag: LanguageTag, isCanonical: Bool)? {
        for entry in known
        where entry.spelling.withUnsafeBytes({ sameBytes($0, UnsafeRawBufferPointer(spelling)) }) {
            return entry.language.map { ($0, entry.isCanonical) }
        }
        let language = LanguageTag(spelling.text)
        let isCanonical = language.map { spelling.elementsEqual($0.description.utf8) } ?? false
        if known.count == Self.limit { known.removeAll() }
        known.append((Array(spelling), language, isCanonical))
        return language.map { ($0, isCanonical) }
    }
}
