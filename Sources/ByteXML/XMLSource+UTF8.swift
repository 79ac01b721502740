internal import UnicodeText

extension XMLSource {
    /// Whether a parser takes a file's bytes for UTF-8, so that its places are places in the file. O(n).
    package static func isUTF8(_ bytes: [UInt8]) -> Bool {
        switch DeclaredEncoding(bytes) {
        case .native, .forced("UTF-8"): UTF8Validation.firstError(in: bytes) == nil && !bytes.contains(0)
        case .forced, .foreign: false
        }
    }
}
