internal import UnicodeText

/// The upper half of a single-byte encoding, both ways, as people's programs really apply it.
struct SingleByteEncoding: Sendable {
    let name: String
    private let scalars: [Unicode.Scalar?]
    private let bytes: [UInt32: UInt8]

    /// Bytes the encoding leaves undefined stand for the control of the same number, as programs read them.
    init(_ name: String) {
        self.name = name
        var scalars: [Unicode.Scalar?] = []
        var bytes: [UInt32: UInt8] = [:]
        for byte in UInt8(0x80)...0xFF {
            let decoded = try? CharacterDecoder.decode([byte], encoding: name).text
            var scalar = decoded.flatMap { $0.isEmpty ? nil : $0.scalar(at: 0).scalar }
            if scalar == "\u{FFFD}" { scalar = nil }
            scalars.append(scalar ?? Unicode.Scalar(byte))
            bytes[(scalar ?? Unicode.Scalar(byte)).value] = byte
        }
        // Latin-1 programs leave 0x80...0x9F as controls; they are the same bytes.
        for byte in UInt8(0x80)...0x9F where bytes[UInt32(byte)] == nil { bytes[UInt32(byte)] = byte }
        self.scalars = scalars
        self.bytes = bytes
    }

    /// What a byte of 0x80 or more stands for.
    func scalar(for byte: UInt8) -> Unicode.Scalar? { byte < 0x80 ? nil : scalars[Int(byte - 0x80)] }

    /// The byte of 0x80 or more that a character stands for, `nil` if the encoding lacks it.
    func byte(for scalar: Unicode.Scalar) -> UInt8? { bytes[scalar.value] }

    static let windows1252 = SingleByteEncoding("windows-1252")
    static let windows1251 = SingleByteEncoding("windows-1251")
    static let windows1250 = SingleByteEncoding("windows-1250")
    static let macRoman = SingleByteEncoding("macintosh")
}
