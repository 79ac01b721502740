internal import UnicodeText

/// Directional embeddings, overrides and isolates of a paragraph and the characters that end them (UAX 9, X1 to X8).
struct BidiPairs {
    private struct Opener {
        let offset: Int
        let isIsolate: Bool
    }

    private var open: [Opener] = []
    private var isolates = 0
    private var unpaired: [ByteRange] = []
    /// Whether any paragraph so far had one without its partner.
    private(set) var hasUnpaired = false

    mutating func take(_ value: UInt32, at offset: Int) {
        switch value {
        case 0x202C:
            // It ends no embedding that began outside the isolate it stands in.
            guard let last = open.last, !last.isIsolate else { return leave(offset) }
            open.removeLast()
        case 0x2069:
            guard isolates > 0 else { return leave(offset) }
            while let last = open.popLast() {
                if last.isIsolate { break }
                leave(last.offset)
            }
            isolates -= 1
        case 0x2066...0x2068:
            open.append(Opener(offset: offset, isIsolate: true))
            isolates += 1
        default:
            open.append(Opener(offset: offset, isIsolate: false))
        }
    }

    /// The characters of the paragraph that have no partner.
    mutating func endParagraph() -> [ByteRange] {
        guard !open.isEmpty || !unpaired.isEmpty else { return [] }
        for opener in open { leave(opener.offset) }
        defer {
            open.removeAll()
            unpaired.removeAll()
            isolates = 0
        }
        hasUnpaired = true
        return unpaired
    }

    private mutating func leave(_ offset: Int) { unpaired.append(offset..<offset + 3) }
}
