internal import UnicodeText

/// Writes values one after another; `BlobReader` reads them.
struct BlobWriter {
    private(set) var bytes: [UInt8] = []

    /// LEB128.
    mutating func number(_ value: Int) {
        var rest = UInt64(bitPattern: Int64(value))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func text(_ text: UTF8Text) {
        number(text.count)
        bytes += text.bytes
    }

    mutating func string(_ string: String) {
        number(string.utf8.count)
        bytes += string.utf8
    }

    /// A number before the value says whether there is one.
    mutating func optional(_ string: String?) {
        number(string == nil ? 0 : 1)
        if let string { self.string(string) }
    }

    mutating func list<Element>(_ elements: [Element], _ write: (inout BlobWriter, Element) -> Void) {
        number(elements.count)
        for element in elements { write(&self, element) }
    }
}
