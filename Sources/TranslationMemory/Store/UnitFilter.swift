public import UnicodeText

/// Which units to take; what is `nil` or empty asks for nothing.
public struct UnitFilter: Hashable, Sendable {
    /// The unit is one of these.
    public var ids: Set<Int64> = []
    /// The unit has a variant in every one of these languages (`pt` takes `pt-BR`).
    public var allLanguages: [LanguageTag] = []
    /// The unit has a variant in at least one of these languages.
    public var anyLanguage: [LanguageTag] = []
    public var sourceLanguage: LanguageTag?
    public var kinds: Set<SegmentKind> = []
    public var originKinds: Set<Origin.Kind> = []
    /// `Origin.name`, byte for byte.
    public var originName: String?
    /// A term of one of these concepts was found in the unit (`TermLink.concept`).
    public var concepts: Set<String>?
    /// Last changed at or after this moment.
    public var changedSince: Timestamp?
    /// Last changed before this moment.
    public var changedBefore: Timestamp?
    /// These bytes occur in the source's text.
    public var sourceText: UTF8Text?
    /// These bytes occur in a text that is not the source.
    public var targetText: UTF8Text?
    /// The unit or one of its variants has all of these attributes.
    public var attributes: [Attribute] = []
    /// The unit or one of its variants has all of these properties: names are their types.
    public var properties: [Attribute] = []
    /// `TranslationUnit.usageCount`
    public var minimumUsage: Int?
    public var maximumUsage: Int?

    public init() {}

    public static let all = UnitFilter()
}
