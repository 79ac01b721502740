public import TranslationMemory
public import UnicodeText

/// A comment on a unit, a file or a group.
public struct XLIFFNote: Hashable, Sendable {
    public var text: UTF8Text
    /// Who or what it is from: `from` in XLIFF 1.2, `category` in XLIFF 2.
    public var category: String?
    /// Which side it speaks of: `annotates` in XLIFF 1.2, `appliesTo` in XLIFF 2.
    public var side: Side?
    /// `priority`, `id`, `xml:lang` … as a file had them.
    public var attributes: [Attribute]

    public enum Side: String, Sendable {
        case source, target
    }

    public init(_ text: UTF8Text, category: String? = nil, side: Side? = nil, attributes: [Attribute] = []) {
        self.text = text
        self.category = category
        self.side = side
        self.attributes = attributes
    }
}
