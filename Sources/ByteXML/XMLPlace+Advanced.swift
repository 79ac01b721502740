internal import UnicodeText

extension XMLPlace {
    /// The place behind some text in UTF-8 that starts here and does not end within a line end. O(n).
    ///
    /// Lines end as expat counts them: with a line feed, a carriage return, or both.
    func advanced(over text: UnsafeBufferPointer<UInt8>) -> XMLPlace {
        var (line, column, start) = (line, column, 0)
        while let end = Self.lineEnd(in: text, from: start) {
            (line, column) = (line + 1, 1)
            start = end + 1
            if text[end] == 0x0D, start < text.count, text[start] == 0x0A { start += 1 }
        }
        // Bytes that go on with a character are below -64 when signed.
        for byte in text[start...] { column &+= Int8(bitPattern: byte) >= -64 ? 1 : 0 }
        return XMLPlace(line: line, column: column, offset: offset + text.count)
    }

    private static func lineEnd(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let raw = UnsafeRawBufferPointer(text)
        var offset = start
        while offset + ByteLanes.count <= raw.count {
            let vector = ByteLanes(raw, at: offset).vector
            let found = ByteLanes.first((vector .== ByteLanes.all(0x0A)) .| (vector .== ByteLanes.all(0x0D)))
            if found < ByteLanes.count { return offset + found }
            offset += ByteLanes.count
        }
        while offset < raw.count {
            if raw[offset] == 0x0A || raw[offset] == 0x0D { return offset }
            offset += 1
        }
        return nil
    }
}
