internal import ByteJSON
internal import GRDB

/// Metadata as a row has it. A damaged one gives `nil`.
extension MetadataCoding {
    static func attributes(_ row: Statement, _ column: Int32) -> [Attribute]? {
        read(row, column, { $0.attributes() }, { attributes($0) })
    }

    static func annotations(_ row: Statement, _ column: Int32) -> [Annotation]? {
        read(row, column, { $0.annotations() }, { annotations($0) })
    }

    /// - Parameters:
    ///   - scan: reads the form that is written.
    ///   - convert: takes any other spelling of it.
    private static func read<Item>(
        _ row: Statement, _ column: Int32, _ scan: (inout MetadataScanner) -> [Item]?,
        _ convert: (JSONValue) -> [Item]?
    ) -> [Item]? {
        row.withBytes(column) { bytes in
            if bytes.isEmpty { return [] }
            guard var scanner = MetadataScanner(bytes) else { return nil }
            if let items = scan(&scanner), scanner.isAtEnd { return items }
            return JSONValue.stored(Array(bytes)).flatMap(convert)
        }
    }
}
