internal import UnicodeText

/// Tells a message's own text from its signature, from what it quotes and from the headers of what it forwards.
enum MailBody {
    /// Blocks of plain text: the message's own without kinds, the rest boilerplate. O(n).
    static func blocks(of body: SourcedText) -> [RawBlock] {
        let text = body.text
        let lines = lines(of: text)
        var blocks: [RawBlock] = []
        var own: ByteRange?
        func flush() {
            if let range = own { blocks += body.slice(range).plainBlocks }
            own = nil
        }
        func mark(_ line: ByteRange, _ field: String, _ reason: BoilerplateReason) {
            flush()
            let line = body.slice(line).trimmed
            if !line.text.isEmpty { blocks.append(line.block(.boilerplate, field, reason: reason)) }
        }
        var index = 0
        while index < lines.count {
            let line = lines[index]
            if isSignature(line, of: text, linesAfter: lines.count - index - 1) {
                for rest in lines[index...] { mark(rest, "signature", .identifier) }
                break
            }
            if text.bytes[line].first == UInt8(ascii: ">") {
                mark(line, "quoted", .related)
            } else if introducesQuote(index, lines, of: text) {
                mark(line, "quoted", .related)
            } else if let end = forwardedHeader(index, lines, of: text) {
                for header in lines[index..<end] { mark(header, "forwarded", .identifier) }
                index = end
                continue
            } else {
                own = (own?.lowerBound ?? line.lowerBound)..<line.upperBound
            }
            index += 1
        }
        flush()
        return blocks
    }

    private static func lines(of text: UTF8Text) -> [ByteRange] {
        var lines: [ByteRange] = []
        var rest = MailLines(text, text.all)
        while let line = rest.next() { lines.append(line.inner) }
        return lines
    }

    /// "-- " on a line of its own (RFC 3676, section 4.3); without its blank only near the end.
    private static func isSignature(_ line: ByteRange, of text: UTF8Text, linesAfter: Int) -> Bool {
        let bytes = text.bytes[line]
        return bytes.elementsEqual([0x2D, 0x2D, 0x20]) || bytes.elementsEqual([0x2D, 0x2D]) && linesAfter <= 12
    }

    /// "On Monday, A. Otieno wrote:" above quoted lines.
    private static func introducesQuote(_ index: Int, _ lines: [ByteRange], of text: UTF8Text) -> Bool {
        guard text.trimmed(lines[index]).upperBound > lines[index].lowerBound,
            text.bytes[text.trimmed(lines[index])].last == UInt8(ascii: ":")
        else { return false }
        for next in lines[(index + 1)...].prefix(2) {
            if text.bytes[next].first == UInt8(ascii: ">") { return true }
            if !text.trimmed(next).isEmpty { return false }
        }
        return false
    }

    /// End of a header that mail programs put above what they forward: a line of dashes or words, then fields that
    /// make a message, then an empty line.
    private static func forwardedHeader(_ index: Int, _ lines: [ByteRange], of text: UTF8Text) -> Int? {
        var start = index
        let isRuled = text.bytes[lines[index]].starts(with: "-----".utf8)
        if isRuled {
            start += 1
            while start < lines.count, start - index <= 2, text.trimmed(lines[start]).isEmpty { start += 1 }
        }
        var end = start
        var fields = 0
        var addresses = 0
        while end < lines.count, end - start < 16 {
            let line = text.trimmed(lines[end])
            if line.isEmpty { break }
            if isField(text.bytes[line]) { fields += 1 } else if fields == 0 { return nil }
            if text.bytes[line].contains(UInt8(ascii: "@")) { addresses += 1 }
            end += 1
        }
        // Four fields and an address are no paragraph; under a rule two are enough.
        guard isRuled && fields >= 2 || fields >= 3 && addresses >= 1 && fields == end - start else { return nil }
        return end
    }

    /// A short word or two, a colon, and a value: "From: …", "Objet : …".
    private static func isField(_ line: ArraySlice<UInt8>) -> Bool {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), (2...24).contains(colon - line.startIndex) else {
            return false
        }
        let name = line[..<colon]
        return name.filter { $0 == 0x20 }.count <= 2
            && !name.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
            && line[(colon + 1)...].contains { $0 > 0x20 }
    }
}
