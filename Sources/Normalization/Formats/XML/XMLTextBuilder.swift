internal import UnicodeText

/// Puts the text of an element together, tags between dropped, and keeps the edits that made it out of the file.
struct XMLTextBuilder {
    private var start: Int?
    private var end = 0
    private var text: [UInt8] = []
    private var edits: [Edit] = []
    private var wantsBlank = false
    private var hasEntities = false

    private static let markup = ["markup"]
    private static let reference = ["character-reference"]
    private static let lineEnd = ["line-end"]

    /// Text as the parser gives it: a stretch of the file, one reference, or one line end.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, from range: ByteRange, of source: UTF8Text) {
        guard range.lowerBound >= end, range.upperBound <= source.count else { return }
        if start == nil {
            if bytes.allSatisfy({ $0 <= 0x20 }) { return }
            start = range.lowerBound
            end = range.lowerBound
        }
        let origin = start ?? 0
        let gap = end..<range.lowerBound
        if !gap.isEmpty {
            let mark = text.count
            if wantsBlank, let first = bytes.first, Self.wantsBlank(before: first) { text.append(0x20) }
            edits.append(Self.edit(gap, origin, mark..<text.count, Self.markup))
        }
        wantsBlank = false
        let mark = text.count
        text.append(contentsOf: bytes)
        if range.count != bytes.count || !source.bytes[range].elementsEqual(bytes) {
            let rules = source.bytes[range.lowerBound] == UInt8(ascii: "&") ? Self.reference : Self.lineEnd
            edits.append(Self.edit(range, origin, mark..<text.count, rules))
        }
        end = range.upperBound
    }

    /// An entity that the file does not define stays as it is until the end.
    mutating func appendEntity(_ range: ByteRange, of source: UTF8Text) {
        guard range.upperBound <= source.count else { return }
        hasEntities = true
        Array(source.bytes[range]).withUnsafeBufferPointer { append($0, from: range, of: source) }
    }

    /// Keeps what follows apart from what stands there.
    mutating func separate() {
        if start != nil { wantsBlank = true }
    }

    /// The text so far, `nil` if there is none; the builder is empty afterwards.
    mutating func finish() -> SourcedText? {
        defer { self = XMLTextBuilder() }
        guard let start else { return nil }
        let result = SourcedText(
            text: UTF8Text(unchecked: text), extent: start..<end,
            edits: EditMap(sourceCount: end - start, targetCount: text.count, edits: edits))
        let trimmed = (hasEntities ? result.resolvingReferences : result).trimmed
        return trimmed.text.isEmpty ? nil : trimmed
    }

    /// No blank before a blank, or before punctuation that closes what is in front of it.
    private static func wantsBlank(before byte: UInt8) -> Bool {
        byte > 0x20
            && ![UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")")]
                .contains(byte)
    }

    private static func edit(_ source: ByteRange, _ origin: Int, _ target: ByteRange, _ rules: [String]) -> Edit {
        Edit(source: source.lowerBound - origin..<source.upperBound - origin, target: target, rules: rules)
    }
}
