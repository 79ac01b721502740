internal import UnicodeText

/// The lines of a range one after the other; they end at CR LF, LF or CR.
struct MailLines {
    private let bytes: [UInt8]
    private let limit: Int
    private var offset: Int

    init(_ text: UTF8Text, _ range: ByteRange) {
        bytes = text.bytes
        limit = range.upperBound
        offset = range.lowerBound
    }

    /// The line without its end, and the first byte after its end.
    mutating func next() -> (inner: ByteRange, end: Int)? {
        guard offset < limit else { return nil }
        let start = offset
        let stop = bytes[start..<limit].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? limit
        offset = min(limit, stop + 1)
        if stop < limit, bytes[stop] == 0x0D, offset < limit, bytes[offset] == 0x0A { offset += 1 }
        return (start..<stop, offset)
    }
}
