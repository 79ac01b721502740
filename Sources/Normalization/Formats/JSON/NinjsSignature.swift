internal import UnicodeText

/// Tells ninjs from other JSON and from text that begins with a brace, by the names of the outermost members.
enum NinjsSignature {
    /// Whether an object, or the first of an array, has names of ninjs. Looks no further than it must. O(n).
    static func matches(_ text: UTF8Text, from start: Int) -> Bool {
        let bytes = text.bytes
        var depth = 0
        var level = 0
        var offset = start
        var marks = (address: false, content: 0, other: 0)
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "{"):
                if level == 0 { level = depth + 1 }
                depth += 1
            case UInt8(ascii: "["):
                // An array of stories, no deeper.
                if level == 0, depth > 0 { return false }
                depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth < level { return false }
            case UInt8(ascii: "\""):
                guard level > 0, let end = stringEnd(bytes, from: offset + 1) else { return false }
                if depth == level, isName(bytes, after: end) { count(bytes[offset + 1..<end], &marks) }
                if marks.address && marks.content > 0 || marks.content > 1 || marks.content == 1 && marks.other > 1 {
                    return true
                }
                offset = end
            case 0x20, 0x09, 0x0A, 0x0D: break
            // Between brace and first name stands nothing: a text in braces ends here.
            default: if level == 0 || isFirst(bytes, offset) { return false }
            }
            offset += 1
        }
        return false
    }

    private static func count(_ name: ArraySlice<UInt8>, _ marks: inout (address: Bool, content: Int, other: Int)) {
        guard name.count <= 24 else { return }
        let name = NinjsReader.folded(name)
        if name == "uri" {
            marks.address = true
        } else if content.contains(name) || name.hasPrefix("body_") || name.hasPrefix("description_") {
            marks.content += 1
        } else if other.contains(name) {
            marks.other += 1
        }
    }

    private static let content: Set<String> = [
        "headline", "headlines", "bodies", "versioncreated", "descriptions", "slugline",
    ]
    private static let other: Set<String> = [
        "pubstatus", "urgency", "copyrightholder", "copyrightnotice", "usageterms", "byline", "by", "located",
        "firstcreated", "contentcreated", "mimetype", "representationtype", "associations", "renditions", "profile",
        "embargoed", "ednote", "title",
    ]

    private static func stringEnd(_ bytes: [UInt8], from start: Int) -> Int? {
        var offset = start
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
            offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        return offset < bytes.count ? offset : nil
    }

    private static func isName(_ bytes: [UInt8], after end: Int) -> Bool {
        bytes[(end + 1)...].first { $0 > 0x20 } == UInt8(ascii: ":")
    }

    private static func isFirst(_ bytes: [UInt8], _ offset: Int) -> Bool {
        bytes[..<offset].last { $0 > 0x20 } == UInt8(ascii: "{")
    }
}
