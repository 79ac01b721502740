internal import ByteJSON

/// Metadata as a row has it, empty bytes for none. A damaged one gives `nil`.
extension MetadataCoding {
    static func attributes(_ bytes: UnsafeRawBufferPointer) -> [Attribute]? {
        read(bytes, { $0.attributes() }, { attributes($0) })
    }

    static func annotations(_ bytes: UnsafeRawBufferPointer) -> [Annotation]? {
        read(bytes, { $0.annotations() }, { annotations($0) })
    }

    /// - Parameters:
    ///   - scan: reads the form that is written.
    ///   - convert: takes any other spelling of it.
    private static func read<Item>(
        _ bytes: UnsafeRawBufferPointer, _ scan: (inout MetadataScanner) -> [Item]?, _ convert: (JSONValue) -> [Item]?
    ) -> [Item]? {
        if bytes.isEmpty { return [] }
        guard var scanner = MetadataScanner(bytes) else { return nil }
        if let items = scan(&scanner), scanner.isAtEnd { return items }
        return JSONValue.stored(Array(bytes)).flatMap(convert)
    }
}
