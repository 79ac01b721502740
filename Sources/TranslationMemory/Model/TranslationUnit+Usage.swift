extension TranslationUnit {
    /// How often the unit was used by what its attribute `usagecount` says, or those of its variants; 0 if none does.
    public var usageCount: Int { variants.reduce(attributes.usageCount) { max($0, $1.attributes.usageCount) } }
}

extension [Attribute] {
    /// The value of `usagecount` (TMX 1.4b); 0 where there is none or no number.
    var usageCount: Int { self["usagecount"].flatMap { Int($0) }.map { Swift.max($0, 0) } ?? 0 }
}
