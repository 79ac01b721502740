/// A path as SQLite's "Uniform Resource Identifiers" want it.
enum DatabaseURI {
    /// `file:…?immutable=1`: a file that nobody changes while it is open; no lock is taken and nothing written beside it.
    static func immutable(_ path: String) -> String {
        var bytes: [UInt8] = Array("file:".utf8)
        for byte in (path.utf8.first == 0x2F ? path : "./" + path).utf8 {
            switch byte {
            case 0x25, 0x3F, 0x23: bytes.append(contentsOf: "%\(String(byte, radix: 16, uppercase: true))".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self) + "?immutable=1"
    }
}
