internal import UnicodeText

/// Decides whether a message's subject is the headline of the copy in it.
enum MailSubject {
    enum Place {
        /// The body has no headline of its own.
        case headline
        /// The body says it again; the block there is declared the headline.
        case inBody
        /// The body has another headline.
        case besideAnother
    }

    static func place(of subject: SourcedText, in body: inout [RawBlock]) -> Place {
        let wanted = key(withoutPrefixes(subject.text))
        let opening = body.indices.filter { body[$0].place.declaredKind == nil }.prefix(6)
        for index in opening where !wanted.isEmpty {
            let found = key(body[index].text)
            guard found.count <= 600, found.count >= 12 || found == wanted else { continue }
            if found == wanted || contains(wanted, found) || contains(found, wanted) && !endsSentence(body[index]) {
                body[index].place.declaredKind = .headline
                return .inBody
            }
        }
        return hasHeadline(opening.map { body[$0] }) ? .besideAnother : .headline
    }

    /// An `h1`, or a first line of some words without a sentence's end above a paragraph, that is no date.
    private static func hasHeadline(_ opening: [RawBlock]) -> Bool {
        if opening.contains(where: { $0.place.element == "h1" }) { return true }
        guard opening.count > 1, let first = opening.first else { return false }
        let features = LineFeatures(first.text.trimmed)
        let next = LineFeatures(opening[1].text.trimmed)
        guard let last = first.text.trimmed.bytes.last, !features.endsSentence, features.words >= 4,
            features.scalars <= 200,
            last != UInt8(ascii: ":"), last != UInt8(ascii: ","), last != UInt8(ascii: ";")
        else { return false }
        return next.endsSentence && next.words >= 8
            && DateReader(language: .english).readings(in: first.text).isEmpty
    }

    private static func endsSentence(_ block: RawBlock) -> Bool { LineFeatures(block.text.trimmed).endsSentence }

    /// "Re:", "Fwd:", "AW:" and their kind, two or three letters in any language.
    private static func withoutPrefixes(_ text: UTF8Text) -> UTF8Text {
        var rest = text.bytes[...]
        while let colon = rest.prefix(5).firstIndex(of: UInt8(ascii: ":")), colon - rest.startIndex >= 2,
            rest[..<colon].allSatisfy({ (0x61...0x7A).contains($0 | 0x20) })
        {
            rest = rest[(colon + 1)...].drop { $0 <= 0x20 }
        }
        return UTF8Text(unchecked: rest)
    }

    private static func key(_ text: UTF8Text) -> [UInt8] {
        let text = text.count > 2_000 ? UTF8Text() : text
        return ((try? CaseMapping.fold(text)) ?? text).bytes.filter { $0 > 0x20 }
    }

    /// Both are short.
    private static func contains(_ whole: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first, part.count >= 12, part.count <= whole.count else { return false }
        return (0...whole.count - part.count).contains { whole[$0] == first && whole[$0...].starts(with: part) }
    }
}
