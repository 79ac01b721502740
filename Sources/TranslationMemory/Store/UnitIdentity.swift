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
    var hash: Int64 {
        var bytes = Array(kind.rawValue.utf8)
        bytes.append(0)
        bytes.append(contentsOf: variant.language.description.utf8)
        bytes.append(0)
        bytes.append(contentsOf: variant.segment.text.bytes)
        if let codes = InlineCodeCoding.encode(variant.segment.codes) {
            bytes.append(0)
            bytes.append(contentsOf: codes)
        }
        if let place {
            bytes.append(0)
            bytes.append(contentsOf: place.utf8)
        }
        return Self.hash(of: bytes)
    }

    /// The hash texts are looked up by; the same in every memory.
    static func hash(of bytes: [UInt8]) -> Int64 { Int64(bitPattern: SipHash.hash(bytes)) }

    func isSame(as other: UnitIdentity) -> Bool {
        kind == other.kind && variant.language == other.variant.language
            && variant.segment.isIdentical(to: other.variant.segment)
            && place.map(UTF8Text.init) == other.place.map(UTF8Text.init)
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
        guard variants.allSatisfy({ InlineCodeCoding.isValid($0.segment) }) else { return false }
        guard !termLinks.isEmpty else { return true }
        guard let text = source?.segment.text else { return false }
        return termLinks.allSatisfy { text.isBoundary($0.range.lowerBound) && text.isBoundary($0.range.upperBound) }
    }
}
