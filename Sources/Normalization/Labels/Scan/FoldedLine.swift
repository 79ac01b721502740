internal import UnicodeText

/// A line with its case folded, in memory that is used again for the next: for lines with no cases outside ASCII.
struct FoldedLine {
    private var buffer: [UInt8] = []

    /// Lends the folded line for the length of a call.
    @inline(__always)
    mutating func with<Result>(_ text: BorrowedText, _ body: (BorrowedText) -> Result) -> Result {
        if buffer.count < text.count { buffer = [UInt8](repeating: 0, count: max(256, text.count * 2)) }
        buffer.withUnsafeMutableBufferPointer { CaseMapping.foldASCII(text.bytes, into: $0) }
        return buffer.withUnsafeBufferPointer { body(BorrowedText(UnsafeBufferPointer(rebasing: $0[..<text.count]))) }
    }
}
