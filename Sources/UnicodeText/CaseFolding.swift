internal import CICU

/// Case mappings by ICU, in UTF-8.
public enum CaseMapping {
    /// Full default case folding (Unicode 15, section 5.18). ASCII is done without ICU.
    public static func fold(_ text: UTF8Text) throws(ICUError) -> UTF8Text {
        if text.bytes.withUnsafeBufferPointer({ hasOnlyASCIICase($0) }) { return foldASCII(text.bytes) }
        return try ICUText.make(text.bytes, "fold case") { dgm_fold_case($0, $1, $2) }.text
    }

    /// Whether none but ASCII characters have cases: the others are general punctuation, or of scripts from Hebrew to
    /// Tibetan, Ethiopic, Han and kana. O(n).
    public static func hasOnlyASCIICase(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let bytes = UnsafeRawBufferPointer(text)
        var offset = 0
        while offset < bytes.count {
            if offset + 8 <= bytes.count,
                bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                offset += 8
                continue
            }
            let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
            switch bytes[offset] {
            case 0..<0x80: offset += 1
            case 0xD7...0xDF: offset += 2
            case 0xE0, 0xE3...0xE9: offset += 3
            case 0xE1 where 0x88...0x8D ~= next: offset += 3
            case 0xE2 where 0x80...0x81 ~= next: offset += 3
            default: return false
            }
        }
        return true
    }

    private static func foldASCII(_ bytes: [UInt8]) -> UTF8Text {
        let folded = [UInt8](unsafeUninitializedCapacity: bytes.count) { output, count in
            bytes.withUnsafeBufferPointer { foldASCII($0, into: output) }
            count = bytes.count
        }
        return UTF8Text(unchecked: folded)
    }

    /// Folds what has no cases outside ASCII (`hasOnlyASCIICase`) into a buffer that is at least as long. O(n).
    ///
    /// A plain loop over buffers, which the compiler makes of wide instructions.
    public static func foldASCII(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) {
        precondition(output.count >= input.count)
        for index in 0..<input.count {
            let byte = input[index]
            output[index] = byte | (byte &- 0x41 < 26 ? 0x20 : 0)
        }
    }

    /// Lower case by the rules of a language (Turkish dotless i, Greek final sigma).
    public static func lowercase(_ text: UTF8Text, language: LanguageTag) throws(ICUError) -> UTF8Text {
        try ICUText.make(text.bytes, "lower case") { dgm_map_case(0, language.description, $0, $1, $2) }.text
    }

    /// The text with its first letter as a capital (title case of the first character alone), the rest as it is.
    public static func capitalize(_ text: UTF8Text) throws(ICUError) -> UTF8Text {
        guard !text.isEmpty else { return text }
        let first = 0..<text.scalar(at: 0).length
        let capital = try ICUText.make(Array(text.bytes[first]), "title case") { dgm_map_case(2, "und", $0, $1, $2) }
        return UTF8Text(unchecked: capital.text.bytes + text.bytes[first.upperBound...])
    }
}
