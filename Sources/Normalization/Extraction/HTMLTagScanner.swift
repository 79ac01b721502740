internal import UnicodeText

/// Reads the tags of a page in order, by HTML's rules for where a tag, a quoted value, a comment and a script end
/// (WHATWG HTML, section 13.2.5), without making a tree. O(n) over the whole page.
struct HTMLTagScanner {
    struct Tag {
        /// In small letters.
        let name: [UInt8]
        let isEnd: Bool
        let isSelfClosing: Bool
    }

    private let bytes: [UInt8]
    private var offset = 0

    init(_ text: UTF8Text) { bytes = text.bytes }

    mutating func next() -> Tag? {
        while let start = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
            offset = start + 1
            guard offset < bytes.count else { break }
            switch bytes[offset] {
            case UInt8(ascii: "!"): skipDeclaration()
            case UInt8(ascii: "?"): skip(past: ">")
            case UInt8(ascii: "/"):
                offset += 1
                if isLetter(offset) { return tag(isEnd: true) }
                skip(past: ">")
            default: if isLetter(offset) { return tag(isEnd: false) }
            }
        }
        offset = bytes.count
        return nil
    }

    /// Skips what a script or a style sheet holds: all up to its own end tag.
    mutating func skipRawText(_ name: [UInt8]) {
        while let start = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
            offset = start
            let end = start + 2 + name.count
            if end <= bytes.count, bytes[start + 1] == UInt8(ascii: "/"),
                zip(bytes[start + 2..<end], name).allSatisfy({ Self.lower($0) == $1 })
            {
                return
            }
            offset = start + 1
        }
        offset = bytes.count
    }

    private mutating func tag(isEnd: Bool) -> Tag {
        var name: [UInt8] = []
        while offset < bytes.count, !isBlank(offset), bytes[offset] != UInt8(ascii: ">"),
            bytes[offset] != UInt8(ascii: "/")
        {
            name.append(Self.lower(bytes[offset]))
            offset += 1
        }
        var isAfterEquals = false
        while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") {
            let byte = bytes[offset]
            offset += 1
            if isAfterEquals, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                offset = bytes[offset...].firstIndex(of: byte).map { $0 + 1 } ?? bytes.count
                isAfterEquals = false
            } else if byte == UInt8(ascii: "=") {
                isAfterEquals = true
            } else if !isBlank(offset - 1) {
                isAfterEquals = false
            }
        }
        let isSelfClosing = offset > 0 && offset < bytes.count && bytes[offset - 1] == UInt8(ascii: "/")
        offset = min(bytes.count, offset + 1)
        return Tag(name: name, isEnd: isEnd, isSelfClosing: isSelfClosing)
    }

    /// A comment, a document type, or what HTML takes for one.
    private mutating func skipDeclaration() {
        guard bytes[offset...].starts(with: "!--".utf8) else { return skip(past: ">") }
        offset += 3
        if bytes[offset...].starts(with: ">".utf8) || bytes[offset...].starts(with: "->".utf8) {
            return skip(past: ">")
        }
        while let dash = bytes[offset...].firstIndex(of: UInt8(ascii: "-")) {
            offset = dash + 1
            guard bytes[dash...].starts(with: "-->".utf8) || bytes[dash...].starts(with: "--!>".utf8) else { continue }
            return skip(past: ">")
        }
        offset = bytes.count
    }

    private mutating func skip(past sign: Unicode.Scalar) {
        offset = bytes[offset...].firstIndex(of: UInt8(ascii: sign)).map { $0 + 1 } ?? bytes.count
    }

    private func isLetter(_ index: Int) -> Bool { index < bytes.count && (0x61...0x7A).contains(bytes[index] | 0x20) }

    private func isBlank(_ index: Int) -> Bool {
        bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index]) && bytes[index] != 0x0B
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
