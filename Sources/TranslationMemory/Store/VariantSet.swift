internal import UnicodeText

/// Variants with a quick test for a text that is already there.
///
/// A few are compared one by one; many, as only a hostile file has them, by a dictionary.
struct VariantSet {
    struct Key: Hashable {
        let language: LanguageTag
        let text: UTF8Text
        let codes: [UInt8]?
        /// Of texts that a unit of a file repeats (`RepeatedUnits`).
        let place: UTF8Text?

        init(_ variant: Variant) {
            language = variant.language
            text = variant.segment.text
            codes = InlineCodeCoding.encode(variant.segment.codes)
            place = variant.place
        }
    }

    private(set) var variants: [Variant] = []
    private var places: [Key: Int] = [:]
    private static let linearLimit = 16

    init(_ variants: [Variant] = []) {
        for variant in variants { insert(variant) }
    }

    /// Index of the variant with the same language, text and codes.
    func index(of variant: Variant) -> Int? {
        if variants.count > Self.linearLimit { return places[Key(variant)] }
        return variants.firstIndex {
            $0.language == variant.language && $0.segment.isIdentical(to: variant.segment)
                && $0.place == variant.place
        }
    }

    /// Appends the variant unless it is there.
    @discardableResult
    mutating func insert(_ variant: Variant) -> Bool {
        if index(of: variant) != nil { return false }
        variants.append(variant)
        if variants.count == Self.linearLimit + 1 {
            for (index, each) in variants.enumerated() { places[Key(each)] = index }
        } else if variants.count > Self.linearLimit {
            places[Key(variant)] = variants.count - 1
        }
        return true
    }

    mutating func replace(_ index: Int, metadataOf variant: Variant) {
        variants[index].attributes = variant.attributes
        variants[index].annotations = variant.annotations
    }
}

extension Variant {
    fileprivate var place: UTF8Text? { attributes[RepeatedUnits.attribute].map { UTF8Text($0) } }
}
