internal import UnicodeText

/// What makes two units the same: the kind, and language, text and inline codes of the source; of units that a file
/// repeats and a memory keeps apart, their place too.
struct UnitIdentity {
    let variant: Variant
    let kind: SegmentKind
    let place: String?

    /// `nil` for a unit without variants.
    init?(_ unit: TranslationUnit) {
        guard let index = unit.identityIndex else { return nil }
        variant = unit.variants[index]
        kind = unit.kind
        place = unit.attributes[RepeatedUnits.attribute]
    }

    /// Equal for equal identities. O(length of the source).
    var hash: Int64 { Self.hash(kind, variant.language, variant.segment, place) }

    /// Of a unit's identity, `nil` for one without variants.
    static func hash(of unit: TranslationUnit) -> Int64? {
        unit.identityIndex.map { index in
            hash(
                unit.kind, unit.variants[index].language, unit.variants[index].segment,
                unit.attributes[RepeatedUnits.attribute])
        }
    }

    private static func hash(
        _ kind: SegmentKind, _ language: LanguageTag, _ segment: InlineText, _ place: String?
    ) -> Int64 {
        var hash = SipHash()
        hash.combine(kind.rawValue)
        hash.combine("\0")
        hash.combine(language.description)
        hash.combine("\0")
        segment.text.bytes.withUnsafeBytes { hash.combine($0) }
        if let codes = InlineCodeCoding.encode(segment.codes) {
            hash.combine("\0")
            codes.withUnsafeBytes { hash.combine($0) }
        }
        if let place {
            hash.combine("\0")
            hash.combine(place)
        }
        return Int64(bitPattern: hash.finalize())
    }

    /// The hash texts are looked up by; the same in every memory.
    static func hash(of bytes: [UInt8]) -> Int64 { Int64(bitPattern: SipHash.hash(bytes)) }

    func isSame(as other: UnitIdentity) -> Bool {
        kind == other.kind && variant.language == other.variant.language
            && variant.segment.isIdentical(to: other.variant.segment)
            && place.map(UTF8Text.init) == other.place.map(UTF8Text.init)
    }
}

extension SipHash {
    fileprivate mutating func combine(_ text: String) {
        var text = text
        text.withUTF8 { combine(UnsafeRawBufferPointer($0)) }
    }
}

extension InlineText {
    /// Byte for byte; `==` would compare the attributes of codes by canonical equivalence.
    func isIdentical(to other: InlineText) -> Bool {
        text == other.text
            && (codes.isEmpty && other.codes.isEmpty
                || InlineCodeCoding.encode(codes) == InlineCodeCoding.encode(other.codes))
    }
}

extension TranslationUnit {
    /// The source, or the first variant of a unit without its source.
    var identityIndex: Int? { sourceIndex ?? variants.indices.first }

    /// Whether every range points at whole characters of its text and codes do not nest too deep.
    var isWellFormed: Bool {
        // Most have no codes; then no variant is copied for the look at it.
        for index in variants.indices where !variants[index].segment.codes.isEmpty {
            guard InlineCodeCoding.isValid(variants[index].segment) else { return false }
        }
        guard !termLinks.isEmpty else { return true }
        guard let text = source?.segment.text else { return false }
        return termLinks.allSatisfy { text.isBoundary($0.range.lowerBound) && text.isBoundary($0.range.upperBound) }
    }
}
