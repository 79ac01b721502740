internal import UnicodeText

/// A unit as the columns of its rows hold it.
struct UnitRow: Sendable {
    struct VariantRow: Sendable {
        let language: LanguageTag
        /// What the text is looked up by.
        let hash: Int64
        let text: [UInt8]
        let codes: [UInt8]?
        let attributes: [UInt8]?
        let annotations: [UInt8]?
    }

    let unit: TranslationUnit
    /// Of its identity; 0 for a unit without variants.
    let hash: Int64
    let context: [UInt8]?
    let attributes: [UInt8]?
    let annotations: [UInt8]?
    let variants: [VariantRow]

    /// - Parameter hash: of the identity, if it is known.
    init(_ unit: TranslationUnit, hash: Int64? = nil) {
        self.unit = unit
        self.hash = hash ?? UnitIdentity(unit)?.hash ?? 0
        context = ContextCoding.encode(unit)
        attributes = MetadataCoding.encode(unit.attributes)
        annotations = MetadataCoding.encode(unit.annotations)
        variants = unit.variants.map { variant in
            let text = variant.segment.text.bytes
            return VariantRow(
                language: variant.language, hash: UnitIdentity.hash(of: text), text: text,
                codes: InlineCodeCoding.encode(variant.segment.codes),
                attributes: MetadataCoding.encode(variant.attributes),
                annotations: MetadataCoding.encode(variant.annotations))
        }
    }
}
