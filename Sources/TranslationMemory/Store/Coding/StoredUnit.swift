internal import ByteJSON
internal import UnicodeText

/// A unit as its rows were read: columns of bytes, not yet taken apart.
///
/// Taking them apart costs more than reading them, and any thread may do it.
public struct StoredUnit: Sendable {
    struct StoredVariant: Sendable {
        let language: LanguageTag
        let text: ByteRange?
        let codes: ByteRange?
        let attributes: ByteRange?
        let annotations: ByteRange?
    }

    /// The memory's file.
    let path: String
    let id: Int64
    let kind: SegmentKind
    let sourceLanguage: LanguageTag?
    let origin: Origin
    let termLinks: [TermLink]
    /// Places in `bytes`; `nil` for NULL.
    let context: ByteRange?
    let attributes: ByteRange?
    let annotations: ByteRange?
    let variants: [StoredVariant]
    let bytes: [UInt8]

    /// Bytes of its texts, codes and metadata. O(1).
    public var byteCount: Int { bytes.count }

    /// The unit. Throws `MemoryError` for rows that are damaged. O(bytes).
    public func unit() throws -> TranslationUnit {
        try bytes.withUnsafeBytes { bytes in
            guard let attributes = MetadataCoding.attributes(Self.part(attributes, bytes)),
                let annotations = MetadataCoding.annotations(Self.part(annotations, bytes))
            else { throw damaged("unit \(id)") }
            var unit = TranslationUnit(
                id: id, kind: kind, sourceLanguage: sourceLanguage, variants: try variants(bytes),
                attributes: attributes, annotations: annotations, origin: origin, termLinks: termLinks)
            guard let context = try json(context, bytes) else { return unit }
            guard ContextCoding.decode(context, into: &unit) else { throw damaged("unit \(id)") }
            return unit
        }
    }

    private func variants(_ bytes: UnsafeRawBufferPointer) throws -> [Variant] {
        var result: [Variant] = []
        result.reserveCapacity(variants.count)
        for variant in variants {
            guard let text = UTF8Text(validating: Array(Self.part(variant.text, bytes))),
                let codes = InlineCodeCoding.codes(try json(variant.codes, bytes)),
                let attributes = MetadataCoding.attributes(Self.part(variant.attributes, bytes)),
                let annotations = MetadataCoding.annotations(Self.part(variant.annotations, bytes))
            else { throw damaged("a variant of unit \(id)") }
            result.append(
                Variant(
                    language: variant.language, segment: InlineText(text, codes: codes), attributes: attributes,
                    annotations: annotations))
        }
        return result
    }

    private func json(_ range: ByteRange?, _ bytes: UnsafeRawBufferPointer) throws -> JSONValue? {
        if range == nil { return nil }
        guard let value = JSONValue.stored(Array(Self.part(range, bytes))) else { throw damaged("metadata") }
        return value
    }

    private static func part(_ range: ByteRange?, _ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        guard let range else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(rebasing: bytes[range])
    }

    private func damaged(_ what: String) -> MemoryError { .damaged(what, path: path) }
}
