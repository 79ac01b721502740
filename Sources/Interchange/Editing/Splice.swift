internal import UnicodeText

/// Work on the lines of a file that stays as it is but for one place.
enum Splice {
    static func replace(_ range: ByteRange, in bytes: [UInt8], with new: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + new.count)
        result += bytes[..<range.lowerBound]
        result += new
        result += bytes[range.upperBound...]
        return result
    }

    /// The blanks between a place and the line's start; `nil` if anything else stands there.
    static func indentation(before place: Int, in bytes: [UInt8]) -> ByteRange? {
        var start = place
        while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
        return start == 0 || bytes[start - 1] == 0x0A ? start..<place : nil
    }

    /// A range with its whole lines where nothing else stands on them.
    static func lines(of range: ByteRange, in bytes: [UInt8]) -> ByteRange {
        guard let indentation = indentation(before: range.lowerBound, in: bytes) else { return range }
        var end = range.upperBound
        while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D { end += 1 }
        guard end < bytes.count, bytes[end] == 0x0A else { return range }
        return indentation.lowerBound..<end + 1
    }

    /// Whether the file's lines end as on Windows.
    static func hasReturns(_ bytes: [UInt8]) -> Bool {
        guard let end = bytes.firstIndex(of: 0x0A) else { return false }
        return end > 0 && bytes[end - 1] == 0x0D
    }

    /// New text with line ends as the file has them.
    static func lineEnds(_ text: [UInt8], as bytes: [UInt8]) -> [UInt8] {
        guard hasReturns(bytes) else { return text }
        return Array(text.split(separator: 0x0A, omittingEmptySubsequences: false).joined(separator: [0x0D, 0x0A]))
    }
}
