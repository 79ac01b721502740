import Dragoman

extension HTMLWriter {
    /// Where a text stands, which decides what is shown of the characters that are not seen.
    enum Place {
        /// In copy: such characters are marked, and joiners keep their neighbours joined.
        case running
        /// In a changed place: every one has its sign, line ends too.
        case edit
        /// Where nobody looks: nothing is marked.
        case hidden
    }

    /// Bytes of a text, escaped. A reader that drops the markup gets the text back; characters that cannot stand in a
    /// page are named by an attribute (`data-u`). O(length of the range).
    func text(_ text: UTF8Text, _ range: ByteRange, _ place: Place) throws {
        let bytes = text.bytes
        let end = min(range.upperBound, bytes.count)
        var copied = range.lowerBound
        var offset = range.lowerBound
        while offset < end {
            let byte = bytes[offset]
            if byte >= 0x20 && byte < 0x7F && byte != 0x26 && byte != 0x3C && byte != 0x3E {
                offset += 1
                continue
            }
            // A range that begins inside a character: its bytes go as they are.
            if byte & 0xC0 == 0x80 {
                offset += 1
                continue
            }
            let (scalar, length) = text.scalar(at: offset)
            guard let sign = sign(for: scalar, place) else {
                if let reference = Self.reference(byte) {
                    try out.write(bytes[copied..<offset])
                    try markup(reference)
                    copied = offset + 1
                }
                offset += length
                continue
            }
            try out.write(bytes[copied..<offset])
            let start = offset
            // A run of one character is one sign: else a line of blanks would grow forty times.
            while offset < end, bytes[offset] == byte, text.scalar(at: offset).scalar == scalar { offset += length }
            try invisible(sign, count: (offset - start) / length, place)
            copied = offset
        }
        if copied < end { try out.write(bytes[copied..<end]) }
    }

    private func sign(for scalar: Unicode.Scalar, _ place: Place) -> InvisibleCharacter? {
        if scalar == "\n" { return place == .edit ? .lineEnd : nil }
        guard let sign = InvisibleCharacter(scalar) else { return nil }
        return place == .hidden && sign.isWritable ? nil : sign
    }

    private static func reference(_ byte: UInt8) -> String? {
        switch byte {
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        case 0x0D: "&#13;"
        default: nil
        }
    }

    private func invisible(_ sign: InvisibleCharacter, count: Int, _ place: Place) throws {
        let style = place == .edit && sign.style == .tick ? .beside : sign.style
        try markup("<i class=\"\(style.rawValue)\"")
        if style != .tick { try markup(" data-s=\"\(sign.sign)\"") }
        if !sign.isWritable {
            try markup(" data-u=\"\(sign.code.dropFirst(2))\"")
            if count > 1 { try markup(" data-n=\"\(count)\"") }
        }
        try markup(" title=\"\(sign.title)\(count > 1 ? " ×\(count)" : "")\">")
        if sign.scalar == "\r" {
            for _ in 0..<count { try markup("&#13;") }
        } else if sign.isWritable {
            var character: [UInt8] = []
            character.append(sign.scalar)
            for _ in 0..<count { try out.write(character) }
        }
        try markup("</i>")
    }
}
