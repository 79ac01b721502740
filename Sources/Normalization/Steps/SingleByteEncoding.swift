internal import UnicodeText

/// The upper half of a single-byte encoding as people's programs really apply it.
struct SingleByteEncoding: Sendable {
    let name: String
    /// What the bytes 0x80...0xFF stand for; `nil` where the encoding leaves a byte undefined.
    private let scalars: [Unicode.Scalar?]

    /// An encoding ICU knows. Windows programs read undefined bytes as the control of the same number.
    init(_ name: String) {
        self.name = name
        let isWindows = name.utf8.starts(with: "windows".utf8)
        var scalars: [Unicode.Scalar?] = []
        for byte in UInt8(0x80)...0xFF {
            let decoded = try? CharacterDecoder.decode([byte], encoding: name).text
            var scalar = decoded.flatMap { $0.isEmpty ? nil : $0.scalar(at: 0).scalar }
            if scalar == "\u{FFFD}" { scalar = nil }
            if scalar == nil, isWindows, byte < 0xA0 { scalar = Unicode.Scalar(byte) }
            scalars.append(scalar)
        }
        self.scalars = scalars
    }

    /// What a byte of 0x80 or more stands for.
    func scalar(for byte: UInt8) -> Unicode.Scalar? { byte < 0x80 ? nil : scalars[Int(byte - 0x80)] }

    static let windows1252 = SingleByteEncoding("windows-1252")
    static let macRoman = SingleByteEncoding("macintosh")
}
