internal import UnicodeText

/// One walk over a text: two characters that may be lead and tail of a sequence draw a look at what stands around
/// them, and only if that is suspect, the line is taken apart. Clean text costs a table look-up a character.
struct MojibakePass {
    private let text: UTF8Text
    private let encodings = MisreadEncodings.shared
    private var segment: MojibakeSegment
    private var rewriter: TextRewriter
    /// End of the last line taken apart.
    private var done = 0
    /// Whether combining marks stand where they may hide a lead or change a verdict: the text wants composing first.
    private(set) var meetsMarks = false

    /// Bytes looked at before and after a suspicious pair when its line is long.
    private static let reach = 4096

    init(_ text: UTF8Text) {
        self.text = text
        segment = MojibakeSegment(encodings: .shared)
        rewriter = TextRewriter(text)
    }

    mutating func run() -> (text: UTF8Text, edits: EditMap) {
        text.bytes.withUnsafeBufferPointer { walk($0) }
        return rewriter.finish()
    }

    private mutating func walk(_ bytes: UnsafeBufferPointer<UInt8>) {
        let count = bytes.count
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
        var offset = 0
        // Number of the character before, 0 where it is in no encoding or does not touch.
        var second = 0
        // Encodings in which it and the one before it are the beginning of a longer sequence.
        var begun: UInt32 = 0
        var beganSmall = false
        var firstOffset = 0
        var secondOffset = 0
        var afterMark = false
        // Where the last lead before an ASCII character ended: a mark may make a tail of that.
        var leadEnd = -1
        while offset < count {
            let byte = bytes[offset]
            if byte < 0x80 {
                let isAccented = afterMark && 0x41...0x5A ~= bytes[offset - 3]
                if encodings.leads[second] != 0 || isAccented { leadEnd = offset }
                if byte == 0x20, isAccented, looksComposed(bytes, around: offset) { meetsMarks = true }
                if byte == 0x20, second != 0, bytes[offset - 1] == 0x83, bytes[offset - 2] == 0xC3 {
                    offset = look(bytes, at: secondOffset, or: offset + 1)
                } else {
                    offset += 1
                    while offset + 8 <= count,
                        base.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
                    {
                        offset += 8
                    }
                }
                second = 0
                begun = 0
                afterMark = false
                continue
            }
            // Scripts that are in no encoding of ours: E1 and E3...EE, and everything of four bytes.
            if byte >= 0xE1, byte != 0xE2, byte != 0xEF || offset + 1 < count && bytes[offset + 1] < 0xA3 {
                offset += byte < 0xF0 ? 3 : 4
                second = 0
                begun = 0
                afterMark = false
                continue
            }
            let (value, length) = decode(bytes, offset)
            let number = encodings.number(of: value)
            let tails = encodings.tails[number]
            let isBegun = begun & tails != 0 && !(beganSmall && encodings.isSmall[number])
            if isBegun
                || encodings.shortLeads[second] & tails != 0
                    && (isRemarkable(second, number) || isInsideASCII(bytes, secondOffset, offset + length))
                || 0x80...0x9F ~= value
            {
                let place = isBegun ? firstOffset : second == 0 ? offset : secondOffset
                let next = look(bytes, at: place, or: offset)
                if next > offset {
                    offset = next
                    second = 0
                    begun = 0
                    continue
                }
            }
            let isMark = 0x300...0x36F ~= value && offset > 0 && 0x61...0x7A ~= bytes[offset - 1] | 0x20
            if afterMark && tails != 0 || isMark && leadEnd == offset - 1, looksComposed(bytes, around: offset) {
                meetsMarks = true
            }
            afterMark = isMark
            begun = encodings.longLeads[second] & tails
            beganSmall = encodings.isSmall[second] && encodings.isSmall[number]
            firstOffset = secondOffset
            second = number
            secondOffset = offset
            offset += length
        }
    }

    /// Whether two characters are more than two small letters of a word, or a quotation mark before a word.
    @inline(__always)
    private func isRemarkable(_ first: Int, _ second: Int) -> Bool {
        !(encodings.isSmall[first] && encodings.isSmall[second]
            || encodings.opensWords[first] && encodings.isLetter[second])
    }

    /// Whether an ASCII letter stands right before or after a range: "alemцёo".
    private func isInsideASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
        return start > 0 && isLetter(bytes[start - 1]) || end < bytes.count && 0x30...0x7A ~= bytes[end]
    }

    /// Takes the line around a suspicious pair apart if the nearest characters are suspect; where to go on.
    private mutating func look(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int, or next: Int) -> Int {
        if bytes[max(0, place - 12)..<min(bytes.count, place + 24)].contains(where: { $0 & 0xFE == 0xCC }),
            looksComposed(bytes, around: place)
        {
            meetsMarks = true
        }
        var start = place
        for _ in 0..<3 where start > done { start = boundary(bytes, start - 1) }
        let end = boundary(bytes, min(bytes.count, place + 48))
        segment.load(bytes, start..<end)
        guard segment.isSuspect() else { return next }
        let line = lineAround(place, bytes)
        segment.load(bytes, line)
        done = line.upperBound
        guard segment.repair() else { return max(next, done) }
        var removed = segment.removed.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }[...]
        var position = 0
        func delete(before offset: Int) {
            while let next = removed.first, next.bytes.lowerBound < offset {
                // What was made of the characters around it may have taken the place of it too.
                if next.bytes.lowerBound >= position { rewriter.delete(next.bytes, rule: Self.rule(next.layers)) }
                removed.removeFirst()
            }
        }
        for index in 0..<segment.count where segment.layers[index] != 0 {
            delete(before: segment.starts[index])
            var meant: [UInt8] = []
            meant.append(Unicode.Scalar(segment.scalars[index]) ?? "\u{FFFD}")
            rewriter.replace(
                segment.starts[index]..<segment.ends[index], with: meant, rule: Self.rule(segment.layers[index]))
            position = segment.ends[index]
        }
        delete(before: Int.max)
        return done
    }

    /// Whether what stands around a place is suspect once it is composed, or would be were it long enough.
    private mutating func looksComposed(_ bytes: UnsafeBufferPointer<UInt8>, around place: Int) -> Bool {
        let start = boundary(bytes, max(done, place - 12))
        let end = boundary(bytes, min(bytes.count, place + 48))
        let composed = Composition().apply(to: UTF8Text(unchecked: bytes[start..<end])).text
        return composed.bytes.withUnsafeBufferPointer {
            segment.load($0, 0..<$0.count)
            return segment.isSuspect()
        }
    }

    /// The line, or a piece of it that begins and ends at blanks.
    private func lineAround(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> ByteRange {
        let first = max(done, place - Self.reach)
        var start = place
        while start > first, bytes[start - 1] != 0x0A { start -= 1 }
        start = boundary(bytes, start)
        let last = min(bytes.count, place + Self.reach)
        var end = place
        while end < last, bytes[end] != 0x0A { end += 1 }
        if end == last, last < bytes.count {
            var blank = end
            while blank > place + Self.reach / 2, bytes[blank - 1] != 0x20 { blank -= 1 }
            end = blank > place + Self.reach / 2 ? blank : boundary(bytes, end)
        }
        return start..<max(end, start)
    }

    /// The start of the character an offset stands in.
    private func boundary(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
        var offset = offset
        while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    /// "mojibake:windows-1252", with every encoding of the layers undone.
    private static func rule(_ layers: MojibakeSegment.Layers) -> String {
        if layers == MojibakeSegment.latinControl { return "c1-as-windows-1252" }
        var names: [String] = []
        for (index, name) in MisreadEncodings.names.enumerated() where layers & 1 << UInt32(index) != 0 {
            names.append(name)
        }
        return "mojibake:" + names.joined(separator: ",")
    }
}
