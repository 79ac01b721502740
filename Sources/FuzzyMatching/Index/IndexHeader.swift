internal import UnicodeText

/// The head of an index: what it is, how many of everything it has, and where its sections lie.
///
/// A table of 64-bit numbers in the order of bytes of the machine. Its own checksum comes last.
struct IndexHeader {
    /// "DGMNFZX1" read as a number of little-endian bytes.
    static let magic: UInt64 = 0x3158_5A46_4E4D_4744
    static let version: UInt64 = 1
    private static let words = 96
    static let size = words * 8

    struct Section {
        var offset = 0
        var length = 0
        var checksum: UInt64 = 0
    }

    var fileLength = 0
    var records = 0
    var pieces = 0
    var symbols = 0
    /// Symbols before it are none, numbers, addresses and signs.
    var firstWord = 0
    var keys = 0
    var elements = 0
    /// For the hashes of keys.
    var seed: UInt64 = 0
    var hasWideIDs = false
    var stamp = FuzzyIndexStamp()
    var language = LanguageTag.undetermined
    var sections = [Section](repeating: Section(), count: IndexSection.allCases.count)

    init() {}

    /// What the tokens of an index depend on: a change of any of these makes other tokens of the same text.
    static var rules: UInt64 {
        SipHash.hash(Array("tokens 2, ICU \(ICUVersion.icu), Unicode \(ICUVersion.unicode)".utf8))
    }

    func write(to bytes: UnsafeMutableRawBufferPointer) {
        var numbers: [UInt64] = [
            Self.magic, Self.version, UInt64(fileLength), Self.rules, UInt64(records), UInt64(pieces), UInt64(symbols),
            UInt64(firstWord), UInt64(keys), UInt64(elements), seed, hasWideIDs ? 1 : 0,
            UInt64(bitPattern: stamp.source), UInt64(bitPattern: stamp.revision), UInt64(bitPattern: stamp.check),
        ]
        var tag = Array(language.description.utf8.prefix(Self.tagBytes))
        tag += [UInt8](repeating: 0, count: Self.tagBytes - tag.count)
        tag.withUnsafeBytes { raw in
            for word in 0..<Self.tagBytes / 8 { numbers.append(raw.load(fromByteOffset: word * 8, as: UInt64.self)) }
        }
        for section in sections { numbers += [UInt64(section.offset), UInt64(section.length), section.checksum] }
        numbers += [UInt64](repeating: 0, count: Self.words - 1 - numbers.count)
        numbers.append(numbers.withUnsafeBytes { SipHash.hash($0) })
        numbers.withUnsafeBytes { bytes.copyMemory(from: $0) }
    }

    /// Longer tags are cut, so that such an index is made anew each time.
    private static let tagBytes = 200

    /// - Throws: `notAnIndex`, `outdated`, `damaged`.
    init(_ bytes: UnsafeRawBufferPointer, path: String) throws(FuzzyIndexError) {
        guard bytes.count >= Self.size else { throw FuzzyIndexError(.notAnIndex, path: path) }
        func number(_ index: Int) -> UInt64 { bytes.load(fromByteOffset: index * 8, as: UInt64.self) }
        guard number(0) == Self.magic else {
            throw FuzzyIndexError(number(0) == Self.magic.byteSwapped ? .outdated : .notAnIndex, path: path)
        }
        guard number(1) == Self.version, number(3) == Self.rules else { throw FuzzyIndexError(.outdated, path: path) }
        let checksum = SipHash.hash(UnsafeRawBufferPointer(rebasing: bytes[..<(Self.size - 8)]))
        guard number(Self.words - 1) == checksum else { throw FuzzyIndexError(.damaged, path: path) }
        guard number(2) == UInt64(bytes.count) else { throw FuzzyIndexError(.notAnIndex, path: path) }
        // The checksum holds, so the numbers are those that were written; they are checked all the same, for what is
        // read by them is not. They come in the order of `write`; the first four are read already.
        var word = 4
        func next() -> UInt64 {
            defer { word += 1 }
            return number(word)
        }
        func count() throws(FuzzyIndexError) -> Int {
            guard let count = Int(exactly: next()), count <= 1 << 40 else {
                throw FuzzyIndexError(.damaged, path: path)
            }
            return count
        }
        fileLength = bytes.count
        records = try count()
        pieces = try count()
        symbols = try count()
        firstWord = try count()
        keys = try count()
        elements = try count()
        seed = next()
        hasWideIDs = next() != 0
        stamp = FuzzyIndexStamp(
            source: Int64(bitPattern: next()), revision: Int64(bitPattern: next()), check: Int64(bitPattern: next()))
        let tag = bytes[word * 8..<word * 8 + Self.tagBytes].prefix { $0 != 0 }
        word += Self.tagBytes / 8
        guard let language = LanguageTag(String(decoding: tag, as: UTF8.self)) else {
            throw FuzzyIndexError(.damaged, path: path)
        }
        self.language = language
        for index in sections.indices {
            sections[index] = Section(offset: try count(), length: try count(), checksum: next())
            guard sections[index].offset % 8 == 0, sections[index].offset >= Self.size,
                sections[index].offset + sections[index].length <= bytes.count
            else { throw FuzzyIndexError(.damaged, path: path) }
        }
    }
}
