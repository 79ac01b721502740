public import TranslationMemory
public import UnicodeText

/// The header of a PO file: the translation of the empty message, a field a line.
public struct POHeader: Hashable, Sendable {
    /// `Language`, `Content-Type` … in order.
    public var fields: [Attribute]
    /// Comments, flags and whatever else the entry has; its translation is written from `fields`.
    public var entry: POEntry

    public init(fields: [Attribute], entry: POEntry = POEntry(message: UTF8Text())) {
        self.fields = fields
        self.entry = entry
    }

    /// Reads the header entry. Lines without a colon are kept as fields without a value.
    init(entry: POEntry) {
        fields = []
        for line in (entry.translations.first ?? UTF8Text()).bytes.split(separator: 0x0A) {
            let colon = line.firstIndex(of: UInt8(ascii: ":"))
            let name = UTF8Text(unchecked: line[..<(colon ?? line.endIndex)])
            let value = colon.map { UTF8Text(unchecked: line[($0 + 1)...]) } ?? UTF8Text()
            fields.append(Attribute(name.description, value.trimmed.description))
        }
        self.entry = entry
        self.entry.translations = []
    }

    /// The entry as it is written.
    var written: POEntry {
        var entry = entry
        entry.message = UTF8Text()
        entry.translations = [UTF8Text(fields.map { "\($0.name): \($0.value)\n" }.joined())]
        return entry
    }

    /// The value of a field, its name in any case.
    public subscript(name: String) -> String? {
        fields.first { Self.lower($0.name) == Self.lower(name) }?.value
    }

    /// The target language, where the header names one.
    public var language: LanguageTag? {
        guard let name = self["Language"], !name.isEmpty else { return nil }
        return LanguageTag(Self.withoutModifier(name))
    }

    /// `sr@latin` names a script behind the sign, which BCP 47 writes as a subtag.
    private static func withoutModifier(_ name: String) -> String {
        let parts = name.split(separator: "@", maxSplits: 1)
        guard parts.count == 2 else { return name }
        let scripts = ["latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva", "arabic": "Arab"]
        guard let script = scripts[lower(String(parts[1]))] else { return String(parts[0]) }
        let subtags = parts[0].split(whereSeparator: { $0 == "_" || $0 == "-" })
        return ([String(subtags.first ?? ""), script] + subtags.dropFirst().map(String.init)).joined(separator: "-")
    }

    private static func lower(_ text: String) -> String {
        String(decoding: text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
