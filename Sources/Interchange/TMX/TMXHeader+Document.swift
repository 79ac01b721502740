internal import ByteXML
public import UnicodeText

/// A head by itself, as a TMX file without units: the form in which a memory keeps it.
extension TMXHeader {
    public var document: UTF8Text {
        get throws {
            var bytes: [UInt8] = []
            var writer = XMLWriter { bytes.append(contentsOf: $0) }
            try writer.begin(self)
            try writer.end()
            return UTF8Text(unchecked: bytes)
        }
    }

    /// - Throws: `Diagnostic` for what is no TMX.
    public init(document: UTF8Text) throws {
        var header = TMXHeader(version: "")
        var rest = document.bytes
        let source: ByteSource = {
            defer { rest = [] }
            return rest
        }
        try TMXReader(file: nil).read(source, header: { header = $0 }, unit: { _ in })
        self = header
    }
}
