import Dragoman

/// Byte offsets of a text as line and column, for messages. Ascending questions cost O(n) all together, however long the lines.
struct LinePlaces {
    private let text: UTF8Text
    private var line = 1
    private var column = 1
    private var offset = 0

    init(_ text: UTF8Text) { self.text = text }

    /// One-based; the column in code points. Offsets must not go back.
    mutating func place(of wanted: Int) -> (line: Int, column: Int) {
        while offset < wanted {
            switch text.bytes[offset] {
            case 0x0A: (line, column) = (line + 1, 1)
            case 0x80..<0xC0: break
            default: column += 1
            }
            offset += 1
        }
        return (line, column)
    }
}
