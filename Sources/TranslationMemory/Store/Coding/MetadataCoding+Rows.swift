internal import ByteJSON
internal import GRDB

/// Metadata as a row has it. A damaged one gives `nil`.
extension MetadataCoding {
    static func attributes(_ row: Statement, _ column: Int32) -> [Attribute]? {
        row.withBytes(column) { bytes in
            if bytes.isEmpty { return [] }
            guard var scanner = MetadataScanner(bytes) else { return nil }
            if let attributes = scanner.attributes(), scanner.isAtEnd { return attributes }
            return JSONValue.stored(Array(bytes)).flatMap { attributes($0) }
        }
    }

    static func annotations(_ row: Statement, _ column: Int32) -> [Annotation]? {
        row.withBytes(column) { bytes in
            if bytes.isEmpty { return [] }
            guard var scanner = MetadataScanner(bytes) else { return nil }
            if let annotations = scanner.annotations(), scanner.isAtEnd { return annotations }
            return JSONValue.stored(Array(bytes)).flatMap { annotations($0) }
        }
    }
}
