internal import CICU

/// Case mappings by ICU, in UTF-8.
public enum CaseMapping {
    /// Full default case folding (Unicode 15, section 5.18). ASCII is done without ICU.
    public static func fold(_ text: UTF8Text) throws(ICUError) -> UTF8Text {
        if isASCII(text.bytes) { return foldASCII(text.bytes) }
        return try ICUText.make(text.bytes, "fold case") { dgm_fold_case($0, $1, $2) }.text
    }

    /// A plain loop over buffers, which the compiler makes of wide instructions.
    private static func foldASCII(_ bytes: [UInt8]) -> UTF8Text {
        let folded = [UInt8](unsafeUninitializedCapacity: bytes.count) { output, count in
            bytes.withUnsafeBufferPointer { input in
                for index in 0..<input.count {
                    let byte = input[index]
                    output[index] = byte | (byte &- 0x41 < 26 ? 0x20 : 0)
                }
            }
            count = bytes.count
        }
        return UTF8Text(unchecked: folded)
    }

    /// Lower case by the rules of a language (Turkish dotless i, Greek final sigma).
    public static func lowercase(_ text: UTF8Text, language: LanguageTag) throws(ICUError) -> UTF8Text {
        try ICUText.make(text.bytes, "lower case") { dgm_map_case(0, language.description, $0, $1, $2) }.text
    }
}
