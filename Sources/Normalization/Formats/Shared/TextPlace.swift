internal import UnicodeText

/// Line and column of a byte offset, for one message.
struct TextPlace {
    /// One-based; the column in code points.
    let line: Int
    let column: Int

    /// O(offset).
    init(_ text: UTF8Text, _ offset: Int) {
        let offset = min(max(0, offset), text.count)
        var line = 1
        var start = 0
        for index in 0..<offset where text.bytes[index] == 0x0A {
            line += 1
            start = index + 1
        }
        self.line = line
        column = text.scalarCount(in: start..<offset) + 1
    }
}
