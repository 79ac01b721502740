import UnicodeText

/// The bytes a target is fed with, of which the first may choose between options.
struct Input {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    /// One of some values, by the next byte.
    mutating func choose<Value>(_ values: [Value]) -> Value {
        values[Int(rest.popFirst() ?? 0) % values.count]
    }

    var bytes: [UInt8] { Array(rest) }

    /// What is left as text; bytes that are no UTF-8 become U+FFFD.
    var text: UTF8Text { CharacterDecoder.decodeUTF8(bytes).text }

    /// Languages with data of their own, some without, some by script.
    static let languages: [LanguageTag] = [
        "en", "fr", "zh", "ar", "pt", "sw", "am", "ha", "yo", "zu", "hi", "ru", "es", "de", "ja", "ko", "th", "fa",
        "und",
        "qaa", "zh-Hant-TW", "fr-CA", "it", "tr", "ti",
    ]
}
