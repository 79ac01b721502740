internal import UnicodeText

/// Finds the controls and format characters of a text that are to go. Clean text costs a look at each lead byte.
struct FormatCharacterScan {
    struct Change {
        let range: ByteRange
        let rule: String
        var isLineEnd = false
    }

    private(set) var changes: [Change] = []
    private let text: UTF8Text
    private var bidi = BidiPairs()
    /// Whether the line up to `lineEnd` has letters written from the right; `nil` before it was asked.
    private var hasRightToLeft: Bool?

    /// Whether C1 controls and soft hyphens stay.
    private let keepsBytes: Bool
    /// Whether there are any.
    private(set) var hasBytes = false
    /// Whether characters within a line are to go, so that others get new neighbours.
    private(set) var closesGaps = false

    init(_ text: UTF8Text, keepsBytes: Bool) {
        self.text = text
        self.keepsBytes = keepsBytes
    }

    mutating func run() {
        text.bytes.withUnsafeBufferPointer { walk($0) }
        endLine()
        if bidi.hasUnpaired { changes.sort { $0.range.lowerBound < $1.range.lowerBound } }
    }

    private mutating func walk(_ bytes: UnsafeBufferPointer<UInt8>) {
        let count = bytes.count
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
        var offset = 0
        while offset < count {
            let byte = bytes[offset]
            if byte < 0x80 {
                if byte < 0x20 || byte == 0x7F { takeControl(byte, at: offset, bytes) }
                offset += 1
                while offset + 8 <= count,
                    SettledLine.isPrintable(base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                {
                    offset += 8
                }
                continue
            }
            let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            switch byte {
            case 0xC2:
                guard bytes[offset + 1] == 0xAD || bytes[offset + 1] < 0xA0 else { break }
                hasBytes = true
                if keepsBytes { break }
                remove(offset, 2, bytes[offset + 1] == 0xAD ? "soft-hyphen" : "control")
            case 0xD8 where bytes[offset + 1] == 0x9C:
                takeMark(offset, 2, value: 0x61C, bytes)
            case 0xE2 where bytes[offset + 1] == 0x80 || bytes[offset + 1] == 0x81:
                takeFormat(
                    UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F) | 0x2000, offset, bytes)
            case 0xEF where bytes[offset + 1] == 0xBB && bytes[offset + 2] == 0xBF:
                remove(offset, 3, "byte-order-mark")
            default:
                break
            }
            offset += length
        }
    }

    private mutating func remove(_ offset: Int, _ length: Int, _ rule: String) {
        changes.append(Change(range: offset..<offset + length, rule: rule))
        closesGaps = true
    }

    private mutating func takeControl(_ byte: UInt8, at offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
        switch byte {
        case 0x09, 0x1A:
            break
        case 0x0A:
            endLine()
        case 0x0D where offset + 1 < bytes.count && bytes[offset + 1] == 0x0A:
            changes.append(Change(range: offset..<offset + 1, rule: "line-end"))
        case 0x0B, 0x0C, 0x0D:
            changes.append(Change(range: offset..<offset + 1, rule: "line-end", isLineEnd: true))
            endLine()
        default:
            remove(offset, 1, "control")
        }
    }

    private mutating func takeFormat(_ value: UInt32, _ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
        switch value {
        case 0x200B:
            // Between blanks it does no harm, and Thai, Lao, Khmer and Burmese break lines by it; inside a word of an
            // alphabet it hides the word from every search.
            if isAlphabetic(before: offset), isAlphabetic(at: offset + 3) { remove(offset, 3, "zero-width-space") }
        case 0x200C, 0x200D:
            if !needsJoiner(before: offset), !needsJoiner(at: offset + 3) { remove(offset, 3, "joiner") }
        case 0x200E, 0x200F:
            takeMark(offset, 3, value: value, bytes)
        case 0x202A...0x202E, 0x2066...0x2069:
            bidi.take(value, at: offset)
        case 0x2028, 0x2029:
            endLine()
        default:
            break
        }
    }

    /// A mark right after the same mark says nothing new, and a left-to-right mark nothing in a line without letters
    /// written from the right.
    private mutating func takeMark(
        _ offset: Int, _ length: Int, value: UInt32, _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        let isRepeated =
            offset >= length && (0..<length).allSatisfy { bytes[offset + $0] == bytes[offset - length + $0] }
        if isRepeated || value == 0x200E && !lineIsRightToLeft(around: offset, bytes) {
            remove(offset, length, "directional-mark")
        }
    }

    private mutating func lineIsRightToLeft(around offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if let known = hasRightToLeft { return known }
        var start = offset
        while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
        var found = false
        while start < bytes.count, bytes[start] != 0x0A, !found {
            // D6 90 ... E0 A3: Hebrew to Arabic Extended-A; EF AC 9D ... EF BB BE: presentation forms; F0 90 A0 and
            // F0 9E A0 onwards: the scripts of plane 1.
            switch bytes[start] {
            case 0xD6: found = start + 1 < bytes.count && bytes[start + 1] >= 0x90
            case 0xD8: found = start + 1 < bytes.count && bytes[start + 1] != 0x9C
            case 0xD7...0xDF: found = true
            case 0xE0: found = start + 1 < bytes.count && bytes[start + 1] < 0xA4
            case 0xEF: found = start + 1 < bytes.count && 0xAC...0xBA ~= bytes[start + 1]
            case 0xF0: found = start + 1 < bytes.count && (bytes[start + 1] == 0x90 || bytes[start + 1] == 0x9E)
            default: break
            }
            start += 1
        }
        hasRightToLeft = found
        return found
    }

    private mutating func endLine() {
        hasRightToLeft = nil
        for range in bidi.endParagraph() { remove(range.lowerBound, range.count, "unpaired-direction") }
    }

    private func isAlphabetic(before offset: Int) -> Bool {
        offset > 0 && Self.isAlphabetic(text.scalar(before: offset).scalar)
    }

    private func isAlphabetic(at offset: Int) -> Bool {
        offset < text.count && Self.isAlphabetic(text.scalar(at: offset).scalar)
    }

    /// Letters of Latin, Greek and Cyrillic, whose words stand between blanks.
    private static func isAlphabetic(_ scalar: Unicode.Scalar) -> Bool {
        let traits = CharacterTraits.traits(of: scalar.value)
        return traits.isWord && CharacterTraits.latin...CharacterTraits.cyrillic ~= traits.script
    }

    private func needsJoiner(before offset: Int) -> Bool {
        offset > 0 && Self.needsJoiner(text.scalar(before: offset).scalar)
    }

    private func needsJoiner(at offset: Int) -> Bool {
        offset < text.count && Self.needsJoiner(text.scalar(at: offset).scalar)
    }

    /// Everything but alphabets without joined forms, Han and kana, digits, blanks and signs of Latin text.
    private static func needsJoiner(_ scalar: Unicode.Scalar) -> Bool {
        let traits = CharacterTraits.traits(of: scalar.value)
        switch traits.role {
        case .lower, .upper, .caseless, .mark:
            // Common marks are an alphabet's accents, but for the variation selectors of pictographs.
            return traits.script == 0 ? scalar.value > 0x36F : traits.script > CharacterTraits.eastAsian
        case .picture, .dagger, .registered: return true
        default: return false
        }
    }
}
