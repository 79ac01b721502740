internal import ByteXML
internal import UnicodeText

/// Language tags by how a file writes them: a file has few and names them often.
struct TBXLanguages {
    private var known: [(bytes: [UInt8], tag: LanguageTag?)] = []

    mutating func tag(_ bytes: UnsafeBufferPointer<UInt8>) -> LanguageTag? {
        for entry in known where entry.bytes.elementsEqual(bytes) { return entry.tag }
        let tag = LanguageTag(bytes.text)
        if known.count < 64 { known.append((Array(bytes), tag)) }
        return tag
    }
}
