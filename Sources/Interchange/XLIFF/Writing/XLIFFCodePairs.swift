internal import TranslationMemory
internal import UnicodeText

/// Which codes of a text belong together.
struct XLIFFCodePairs {
    /// For a code that may surround text as an element: its other end, where all such pairs nest.
    private(set) var nested: [Int: Int] = [:]
    /// For a begin or end code, or a mark with an id: its other end, nested or not.
    private(set) var linked: [Int: Int] = [:]

    /// O(codes).
    ///
    /// - Parameter marksNest: whether the empty `sm` and `em` of XLIFF 2 are to surround text too.
    init(_ codes: [InlineCode], marksNest: Bool) {
        var stack: [(index: Int, key: String)] = []
        var waiting: [String: Int] = [:]
        var open: [String: Int] = [:]
        for (index, code) in codes.enumerated() {
            let isMark = code.kind == .highlightStart || code.kind == .highlightEnd
            let key = isMark ? "h\(Self.markKey(code))" : "p\(Self.key(code))"
            if code.kind == .beginPaired || code.kind == .highlightStart {
                open[key] = index
            } else if code.kind == .endPaired || code.kind == .highlightEnd,
                let begin = open.removeValue(forKey: key)
            {
                linked[begin] = index
                linked[index] = begin
            }
            guard let key = Self.nestingKey(code, marksNest: marksNest) else { continue }
            if code.kind == .beginPaired || code.kind == .highlightStart {
                stack.append((index, key))
                waiting[key, default: 0] += 1
            } else if waiting[key, default: 0] > 0 {
                // What opened inside and never closed stays without its end.
                while let top = stack.popLast() {
                    waiting[top.key, default: 0] -= 1
                    guard top.key == key else { continue }
                    nested[top.index] = index
                    nested[index] = top.index
                    break
                }
            }
        }
    }

    /// What links the begin and the end of a pair.
    static func key(_ code: InlineCode) -> String {
        code.attributes["i"] ?? code.attributes["startRef"] ?? code.attributes["rid"] ?? code.attributes["id"] ?? ""
    }

    /// What links the ends of a `mrk`; nothing where neither has an id.
    private static func markKey(_ code: InlineCode) -> String { code.attributes["id"] ?? code.attributes["mid"] ?? "" }

    /// `nil` for codes that never surround text.
    private static func nestingKey(_ code: InlineCode, marksNest: Bool) -> String? {
        let element = code.element ?? ""
        switch code.kind {
        case .highlightStart, .highlightEnd:
            guard element == "sm" || element == "em" else { return "h\(markKey(code))" }
            return marksNest ? "m\(key(code))" : nil
        case .beginPaired, .endPaired: return element == "g" || element == "pc" ? "p\(key(code))" : nil
        default: return nil
        }
    }
}

extension InlineCode {
    /// The name of the XML element the code was, where its kind does not say it.
    var element: String? { attributes["element"] }

    /// The native code as one text, that of texts inside it too.
    var nativeText: UTF8Text {
        var bytes: [UInt8] = []
        for part in content {
            switch part {
            case .text(let text): bytes += text.bytes
            case .sub(_, let inner): bytes += inner.nativeBytes
            }
        }
        return UTF8Text(unchecked: bytes)
    }
}

extension InlineText {
    /// Text and codes written out one after the other.
    var nativeBytes: [UInt8] {
        guard !codes.isEmpty else { return text.bytes }
        var bytes: [UInt8] = []
        var position = 0
        for code in codes {
            let end = min(max(position, code.position), text.count)
            bytes += text.bytes[position..<end]
            position = end
            bytes += code.nativeText.bytes
        }
        return bytes + text.bytes[position...]
    }
}
