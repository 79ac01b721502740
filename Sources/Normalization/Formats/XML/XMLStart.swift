internal import ByteXML
internal import UnicodeText

/// A start tag with its place among the elements around it.
struct XMLStart {
    /// Without prefix.
    let name: String
    let namespace: String
    /// Names of the elements around it, the nearest last.
    let path: [String]
    private let source: UTF8Text
    private let range: ByteRange

    init(name: String, namespace: String, path: [String], source: UTF8Text, range: ByteRange) {
        self.name = name
        self.namespace = namespace
        self.path = path
        self.source = source
        self.range = range
    }

    var parent: String { path.last ?? "" }

    /// The value of an attribute with its place; names are compared without prefix.
    func attribute(_ wanted: StaticString) -> SourcedText? {
        let wanted = UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount)
        for (name, value) in XMLAttributeRanges.all(in: source, tag: range) {
            let bytes = source.bytes[name]
            let local = bytes.lastIndex(of: UInt8(ascii: ":")).map { bytes[($0 + 1)...] } ?? bytes
            if local.elementsEqual(wanted) { return SourcedText(source, value).resolvingReferences }
        }
        return nil
    }

    /// A short value in small letters, such as a role or a media type.
    func word(_ name: StaticString) -> String {
        guard let text = attribute(name)?.text, text.count <= 200 else { return "" }
        return String(decoding: text.bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
