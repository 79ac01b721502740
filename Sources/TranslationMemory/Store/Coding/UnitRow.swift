internal import UnicodeText

/// A unit as the columns of its rows hold it.
///
/// What columns hold of bytes lies one after another in one array: a unit has ten such columns and more.
struct UnitRow: Sendable {
    struct VariantRow: Sendable {
        let language: LanguageTag
        /// What the text is looked up by.
        let hash: Int64
        let text: ByteRange
        let codes: ByteRange?
        let attributes: ByteRange?
        let annotations: ByteRange?
    }

    let kind: SegmentKind
    let language: LanguageTag?
    let origin: Origin
    let termLinks: [TermLink]
    /// Of its identity; 0 for a unit without variants.
    let hash: Int64
    /// Places in `bytes`; `nil` for none.
    let context: ByteRange?
    let attributes: ByteRange?
    let annotations: ByteRange?
    let variants: [VariantRow]
    let bytes: [UInt8]

    /// - Parameter hash: of the identity, if it is known.
    init(_ unit: TranslationUnit, hash: Int64? = nil) {
        kind = unit.kind
        language = unit.sourceLanguage
        origin = unit.origin
        termLinks = unit.termLinks
        self.hash = hash ?? UnitIdentity.hash(of: unit) ?? 0
        var columns = Columns()
        columns.bytes.reserveCapacity(
            unit.variants.indices.reduce(Self.room(unit.attributes, unit.annotations)) {
                $0 + unit.variants[$1].segment.text.count
                    + Self.room(unit.variants[$1].attributes, unit.variants[$1].annotations)
            })
        context = columns.add(ContextCoding.encode(unit))
        attributes = columns.add(unit.attributes)
        annotations = columns.add(unit.annotations)
        var variants: [VariantRow] = []
        variants.reserveCapacity(unit.variants.count)
        // By their places: a copy of a variant is one of each of its parts.
        for index in unit.variants.indices {
            let text = unit.variants[index].segment.text.bytes
            variants.append(
                VariantRow(
                    language: unit.variants[index].language, hash: UnitIdentity.hash(of: text),
                    text: columns.add(text),
                    codes: columns.add(InlineCodeCoding.encode(unit.variants[index].segment.codes)),
                    attributes: columns.add(unit.variants[index].attributes),
                    annotations: columns.add(unit.variants[index].annotations)))
        }
        self.variants = variants
        bytes = columns.bytes
    }

    /// The bytes of a column.
    func bytes(_ column: ByteRange?) -> [UInt8]? { column.map { Array(bytes[$0]) } }

    /// What they take, roughly.
    private static func room(_ attributes: [Attribute], _ annotations: [Annotation]) -> Int {
        attributes.count * 40 + annotations.count * 64
    }

    private struct Columns {
        var bytes: [UInt8] = []

        mutating func add(_ text: [UInt8]) -> ByteRange {
            let start = bytes.count
            text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
            return start..<bytes.count
        }

        mutating func add(_ text: [UInt8]?) -> ByteRange? { text.map { add($0) } }

        mutating func add(_ attributes: [Attribute]) -> ByteRange? {
            if attributes.isEmpty { return nil }
            let start = bytes.count
            MetadataCoding.append(attributes, to: &bytes)
            return start..<bytes.count
        }

        mutating func add(_ annotations: [Annotation]) -> ByteRange? {
            if annotations.isEmpty { return nil }
            let start = bytes.count
            MetadataCoding.append(annotations, to: &bytes)
            return start..<bytes.count
        }
    }
}
