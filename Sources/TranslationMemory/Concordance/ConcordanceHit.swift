public import UnicodeText

/// A unit that a concordance query found, and where.
public struct ConcordanceHit: Hashable, Sendable {
    public struct Place: Hashable, Sendable {
        /// Index in the unit's `variants`.
        public var variant: Int
        /// Bytes of the variant's text, ascending and not overlapping.
        public var ranges: [ByteRange]

        public init(variant: Int, ranges: [ByteRange]) {
            self.variant = variant
            self.ranges = ranges
        }
    }

    public var unit: TranslationUnit
    /// In the order of the variants.
    public var places: [Place]

    public init(unit: TranslationUnit, places: [Place]) {
        self.unit = unit
        self.places = places
    }
}
