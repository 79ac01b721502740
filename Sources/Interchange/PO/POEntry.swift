public import UnicodeText

/// An entry of a PO file: a message, its translations and what is said of it (GNU gettext manual, "PO Files").
public struct POEntry: Hashable, Sendable {
    /// `msgctxt`, which tells equal messages apart.
    public var context: UTF8Text?
    /// `msgid`; empty for the header.
    public var message: UTF8Text
    /// `msgid_plural`
    public var plural: UTF8Text?
    /// `msgstr`, or `msgstr[0]` and what follows.
    public var translations: [UTF8Text]
    /// Whether the translation must still be looked at (`#, fuzzy`).
    public var isFuzzy: Bool
    /// Whether the message is no longer in use (`#~`).
    public var isObsolete: Bool
    /// Flags but `fuzzy`: `c-format`, `no-wrap`.
    public var flags: [String]
    /// What a fuzzy translation was the translation of (`#|`).
    public var previous: Previous?
    /// Comments of translators (`# `), a line each.
    public var comments: [UTF8Text]
    /// Comments of programs (`#.`), a line each.
    public var extracted: [UTF8Text]
    /// Where the message is used (`#:`), a line each.
    public var references: [UTF8Text]

    public struct Previous: Hashable, Sendable {
        public var context: UTF8Text?
        public var message: UTF8Text?
        public var plural: UTF8Text?

        public init(context: UTF8Text? = nil, message: UTF8Text?, plural: UTF8Text? = nil) {
            self.context = context
            self.message = message
            self.plural = plural
        }
    }

    public init(
        context: UTF8Text? = nil, message: UTF8Text, plural: UTF8Text? = nil, translations: [UTF8Text] = [],
        isFuzzy: Bool = false, isObsolete: Bool = false, flags: [String] = [], previous: Previous? = nil,
        comments: [UTF8Text] = [], extracted: [UTF8Text] = [], references: [UTF8Text] = []
    ) {
        self.context = context
        self.message = message
        self.plural = plural
        self.translations = translations
        self.isFuzzy = isFuzzy
        self.isObsolete = isObsolete
        self.flags = flags
        self.previous = previous
        self.comments = comments
        self.extracted = extracted
        self.references = references
    }

    /// Whether any form has a translation.
    public var isTranslated: Bool { translations.contains { !$0.isEmpty } }
}
