internal import UnicodeText

/// The root element of an XML text, found without parsing it.
struct XMLRoot {
    /// Without prefix.
    let name: String
    /// The tag's own bytes, which declare its namespaces.
    let tag: ArraySlice<UInt8>

    /// Passes over the declaration, comments, instructions and the document type. O(length of those).
    init?(_ text: UTF8Text, from start: Int) {
        let bytes = text.bytes
        var offset = start
        while offset < bytes.count {
            while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
            guard offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "<") else { return nil }
            switch bytes[offset + 1] {
            case UInt8(ascii: "?"):
                guard let end = Self.end(of: "?>", in: bytes, from: offset + 2) else { return nil }
                offset = end
            case UInt8(ascii: "!"):
                let isComment = bytes[offset...].starts(with: "<!--".utf8)
                guard
                    let end = isComment
                        ? Self.end(of: "-->", in: bytes, from: offset + 4) : Self.documentTypeEnd(bytes, offset + 2)
                else { return nil }
                offset = end
            default:
                guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
                tag = bytes[offset + 1..<end]
                let name = tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
                guard !name.isEmpty, name.count <= 100 else { return nil }
                let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
                self.name = String(decoding: local, as: UTF8.self)
                return
            }
        }
        return nil
    }

    /// The format of press copy the root belongs to.
    var format: PressFormat? {
        switch name {
        case "nitf": return .nitf
        case "newsItem", "newsMessage", "packageItem": return .newsml
        case "rss": return .rss
        case "RDF": return names("http://purl.org/rss/1.0/") ? .rss : nil
        case "feed", "entry": return names("http://www.w3.org/2005/Atom") ? .atom : nil
        default: return name.utf8.elementsEqual("html".utf8) ? .html : nil
        }
    }

    /// Whether the tag declares a namespace.
    private func names(_ namespace: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: namespace.utf8Start, count: namespace.utf8CodeUnitCount)
        return tag.indices.contains { tag[$0] == wanted.first && tag[$0...].starts(with: wanted) }
    }

    private static func end(of mark: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
        let wanted = UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
        var offset = start
        while offset < bytes.count, let found = bytes[offset...].firstIndex(of: wanted[0]) {
            if bytes[found...].starts(with: wanted) { return found + wanted.count }
            offset = found + 1
        }
        return nil
    }

    /// An internal subset stands in brackets.
    private static func documentTypeEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        var depth = 0
        for offset in start..<bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ">") where depth <= 0: return offset + 1
            default: break
            }
        }
        return nil
    }
}
