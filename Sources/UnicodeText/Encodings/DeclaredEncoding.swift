/// The encoding that a text says it is in: XML declaration, HTML `meta`, or a MIME header.
///
/// Nobody need believe it: pages are converted and keep their old declaration.
enum DeclaredEncoding {
    /// The HTML standard looks at 1,024 bytes; pages with scripts in front are common enough to look further.
    private static let limit = 16 * 1024

    /// The name as written, in small letters; `nil` if there is none. O(1): looks at the first 16 KB.
    static func find(_ bytes: [UInt8]) -> String? {
        let head = bytes.prefix(limit).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        if let name = xml(head) { return name }
        var index = 0
        while index < head.count {
            if head[index] == UInt8(ascii: "<"), matches(head, index + 1, "meta") {
                let end = head[index...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
                if let name = charset(head, index + 5, end) { return name }
                index = end
            } else if head[index] == UInt8(ascii: "c"), index == 0 || head[index - 1] == 0x0A,
                matches(head, index, "content-type:")
            {
                // A folded header goes on in the next line.
                let end = min(head.count, index + 200)
                if let name = charset(head, index, end) { return name }
            }
            index += 1
        }
        return nil
    }

    private static func matches(_ head: [UInt8], _ index: Int, _ text: StaticString) -> Bool {
        guard index + text.utf8CodeUnitCount <= head.count else { return false }
        return text.withUTF8Buffer { head[index..<index + $0.count].elementsEqual($0) }
    }

    /// `<?xml version="1.0" encoding="…"?>` at the start.
    private static func xml(_ head: [UInt8]) -> String? {
        guard let start = head.firstIndex(where: { $0 > 0x20 }), matches(head, start, "<?xml") else { return nil }
        let end = head[start...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
        return value(head, of: "encoding", start, end)
    }

    private static func charset(_ head: [UInt8], _ start: Int, _ end: Int) -> String? {
        value(head, of: "charset", start, end)
    }

    /// The value after `name=`, quoted or not.
    private static func value(_ head: [UInt8], of name: StaticString, _ start: Int, _ end: Int) -> String? {
        var index = start
        while index < end, !matches(head, index, name) { index += 1 }
        index += name.utf8CodeUnitCount
        while index < end, head[index] <= 0x20 { index += 1 }
        guard index < end, head[index] == UInt8(ascii: "=") else { return nil }
        index += 1
        while index < end, head[index] <= 0x20 || head[index] == 0x22 || head[index] == 0x27 { index += 1 }
        var name: [UInt8] = []
        while index < end, name.count < 40, isNameByte(head[index]) {
            name.append(head[index])
            index += 1
        }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
