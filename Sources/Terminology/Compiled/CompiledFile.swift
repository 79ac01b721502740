internal import UnicodeText

/// A derived file that is mapped and read in its place: a head, the key it was made for, and sections.
///
/// The head is a table of 64-bit numbers in the order of bytes of the machine: checksum of all that follows it, magic number
/// with the version of the format, length of the file and of the key, number of sections, and offset and length of each.
/// Sections begin at multiples of 16.
public struct CompiledFile: Sendable {
    /// "DGMNGL" and two digits of the version, read as a number of little-endian bytes.
    private static let magic: UInt64 = 0x3230_4C47_4E4D_4744
    private static let fixedWords = 5
    private static let maximumSections = 64

    let bytes: FileBytes
    private let sections: [Range<Int>]

    /// Lays out a file. `key` says what it is made of, and is compared byte by byte.
    init(key: [UInt8], sections parts: [[UInt8]]) {
        var sections: [Range<Int>] = []
        var end = (Self.fixedWords + 2 * parts.count) * 8 + key.count
        for part in parts {
            let start = (end + 15) / 16 * 16
            sections.append(start..<start + part.count)
            end = start + part.count
        }
        let numbers =
            [Self.magic, UInt64(end), UInt64(key.count), UInt64(parts.count)]
            + sections.flatMap { [UInt64($0.lowerBound), UInt64($0.count)] }
        self.sections = sections
        bytes = FileBytes(count: end) { raw in
            var offset = 8
            for part in [numbers.withUnsafeBytes { Array($0) }, key] {
                UnsafeMutableRawBufferPointer(rebasing: raw[offset..<offset + part.count]).copyBytes(from: part)
                offset += part.count
            }
            for (section, part) in zip(sections, parts) {
                UnsafeMutableRawBufferPointer(rebasing: raw[section]).copyBytes(from: part)
            }
            let sum = Checksum.of(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(raw)[8...]))
            raw.storeBytes(of: sum, as: UInt64.self)
        }
    }

    /// Opens a file that was made for a key. O(bytes), for the checksum.
    ///
    /// - Returns: `nil` for a file that is missing, damaged, of another version or made for another key.
    public init?(path: String, key: [UInt8]) {
        guard let bytes = try? FileBytes(mapping: path, minimum: Self.fixedWords * 8) else { return nil }
        self.init(bytes, key: key)
    }

    /// Opens what stands in memory as `init(path:key:)` does.
    init?(content: [UInt8], key: [UInt8]) {
        self.init(FileBytes(count: content.count) { $0.copyBytes(from: content) }, key: key)
    }

    /// All bytes of the file. O(n).
    var content: [UInt8] { withExtendedLifetime(bytes) { Array(bytes.raw) } }

    init?(_ bytes: FileBytes, key: [UInt8]) {
        let raw = bytes.raw
        guard raw.count >= Self.fixedWords * 8 else { return nil }
        func number(_ index: Int) -> UInt64 { raw.load(fromByteOffset: index * 8, as: UInt64.self) }
        // The key before the checksum: what was made for another one need not be read.
        guard number(1) == Self.magic, number(2) == UInt64(raw.count), number(3) == UInt64(key.count),
            let count = Int(exactly: number(4)), count <= Self.maximumSections
        else { return nil }
        let start = (Self.fixedWords + 2 * count) * 8
        guard key.count <= raw.count, start <= raw.count - key.count, raw[start..<start + key.count].elementsEqual(key),
            number(0) == Checksum.of(UnsafeRawBufferPointer(rebasing: raw[8...]))
        else { return nil }
        var sections: [Range<Int>] = []
        for index in 0..<count {
            guard let offset = Int(exactly: number(Self.fixedWords + 2 * index)),
                let length = Int(exactly: number(Self.fixedWords + 2 * index + 1)),
                offset % 16 == 0, offset <= raw.count, length <= raw.count - offset
            else { return nil }
            sections.append(offset..<offset + length)
        }
        self.sections = sections
        self.bytes = bytes
    }

    /// Bytes of the file.
    public var size: Int { bytes.raw.count }

    /// Puts the file in its place; only its owner may read it, for glossaries may be confidential.
    ///
    /// - Returns: false where it cannot be written; nothing is left then.
    public func write(to path: String) -> Bool { (try? bytes.write(to: path, mode: 0o600, isSynced: false)) != nil }

    /// The bytes of a section, empty for one that there is not. Good as long as the file.
    func section(_ index: Int) -> UnsafeRawBufferPointer {
        guard index < sections.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(rebasing: bytes.raw[sections[index]])
    }

    /// A section as a column of elements, read where it lies; `nil` if it is not a whole number of them.
    ///
    /// Which bytes are elements is for the reader to check: enumerations and truth values have few.
    func column<Element: BitwiseCopyable & Sendable>(_ index: Int, of type: Element.Type = Element.self)
        -> FixedBuffer<Element>?
    {
        let raw = section(index)
        guard raw.count % MemoryLayout<Element>.stride == 0 else { return nil }
        return FixedBuffer(raw, of: bytes)
    }
}
