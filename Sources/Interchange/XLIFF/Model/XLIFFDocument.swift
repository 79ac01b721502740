public import TranslationMemory
public import UnicodeText

/// The root of an XLIFF file.
public struct XLIFFDocument: Hashable, Sendable {
    /// The version as it is written: `1.1`, `1.2`, `2.0`, `2.1`, `2.2`; empty where the file does not say.
    public var version: String
    /// Languages of XLIFF 2; in XLIFF 1.2 every file has its own.
    public var sourceLanguage: LanguageTag?
    public var targetLanguage: LanguageTag?
    /// The namespace of the core; empty in old files.
    public var namespace: String
    /// Prefixes that the root declares, and their namespaces.
    public var namespaces: [Attribute]
    /// Further attributes.
    public var attributes: [Attribute]

    public init(
        version: String, namespace: String, sourceLanguage: LanguageTag? = nil, targetLanguage: LanguageTag? = nil,
        namespaces: [Attribute] = [], attributes: [Attribute] = []
    ) {
        self.version = version
        self.namespace = namespace
        self.sourceLanguage = sourceLanguage
        self.targetLanguage = targetLanguage
        self.namespaces = namespaces
        self.attributes = attributes
    }

    /// Whether this is XLIFF 1.
    public var isFirst: Bool {
        version.isEmpty
            ? !namespace.utf8.starts(with: "urn:oasis:names:tc:xliff:document:2".utf8)
            : !version.utf8.starts(with: "2".utf8)
    }
}
