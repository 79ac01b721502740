public import UnicodeText

/// Which units to take; what is `nil` or empty asks for nothing.
public struct UnitFilter: Hashable, Sendable {
    /// The unit has a variant in every one of these languages (`pt` takes `pt-BR`).
    public var allLanguages: [LanguageTag] = []
    /// The unit has a variant in at least one of these languages.
    public var anyLanguage: [LanguageTag] = []
    public var sourceLanguage: LanguageTag?
    public var kinds: Set<SegmentKind> = []
    public var originKinds: Set<Origin.Kind> = []
    /// `Origin.name`, byte for byte.
    public var originName: String?
    /// A term of this concept was found in the unit.
    public var concept: String?
    /// Last changed at or after this moment.
    public var changedSince: Timestamp?
    /// Last changed before this moment.
    public var changedBefore: Timestamp?

    public init() {}

    public static let all = UnitFilter()
}
