internal import ByteXML

/// A file that is at hand whole, for what reads a piece at a time.
enum WholeFile {
    static func source(_ bytes: [UInt8]) -> ByteSource {
        var rest = bytes
        return {
            defer { rest = [] }
            return rest
        }
    }
}
