internal import UnicodeText

/// A way to write a term that no rule about its words knows, and where it counts.
struct TermSpelling {
    let text: UTF8Text
    var conditions: TermConditions = []

    /// The other spellings of a term: initials with points and without, a name without the accents of its capitals, with a
    /// connective or without, one character for a name.
    static func others(of text: UTF8Text, isName: Bool, isAcronym: Bool, _ names: NameKnowledge) -> [TermSpelling] {
        var spellings: [TermSpelling] = []
        if isName || isAcronym { spellings += initials(text, isAcronym: isAcronym) }
        guard isName else { return spellings }
        if let bare = bare(text, names.bareCapitals) { spellings.append(TermSpelling(text: bare)) }
        if let other = connected(text, names.connectives) { spellings.append(TermSpelling(text: other)) }
        for short in names.shortNames[text] ?? [] {
            spellings.append(TermSpelling(text: short, conditions: .compound))
        }
        return spellings
    }

    /// Whether initials have points between them.
    static func hasPoints(_ text: UTF8Text) -> Bool { groups(text).count > 1 }

    private static func initials(_ text: UTF8Text, isAcronym: Bool) -> [TermSpelling] {
        var groups = groups(text)
        let isPointed = groups.count > 1
        if !isPointed {
            guard isAcronym, (2...mostInitials).contains(text.scalarCount),
                text.placedScalars.allSatisfy({ $0.scalar.kind == .upper })
            else { return [] }
            groups = text.placedScalars.map { text[$0.range] }
        }
        func joined(_ separator: String) -> UTF8Text {
            UTF8Text(unchecked: Array(groups.map(\.bytes).joined(separator: separator.utf8)))
        }
        var spellings = [
            TermSpelling(text: joined("."), conditions: .initials),
            TermSpelling(text: joined(". "), conditions: .initials),
        ]
        if isPointed { spellings.append(TermSpelling(text: joined(""))) }
        // EE UU; of single letters "U S" is not written.
        if groups.allSatisfy({ $0.scalarCount > 1 }) { spellings.append(TermSpelling(text: joined(" "))) }
        return spellings
    }

    /// More letters are a word in capitals.
    private static let mostInitials = 5
    private static let mostLettersOfGroup = 3

    /// The letters between the points of initials; one group where it is something else.
    private static func groups(_ text: UTF8Text) -> [UTF8Text] {
        var groups: [[UInt8]] = [[]]
        var letters = 0
        for placed in text.placedScalars {
            switch placed.scalar.kind {
            case _ where placed.scalar == "." || placed.scalar == "॰":
                guard letters > 0 else { return [text] }
                groups.append([])
                letters = 0
            case _ where placed.scalar == " ":
                guard letters == 0 else { return [text] }
            case .upper, .otherLetter:
                letters += 1
                groups[groups.count - 1].append(placed.scalar)
            case .mark where letters > 0: groups[groups.count - 1].append(placed.scalar)
            default: return [text]
            }
            if letters > mostLettersOfGroup { return [text] }
        }
        if groups.last?.isEmpty ?? false { groups.removeLast() }
        return groups.map { UTF8Text(unchecked: $0) }
    }

    /// A name with the connective that it may have before one of its words, or without it.
    private static func connected(_ text: UTF8Text, _ connectives: [UTF8Text: UTF8Text]) -> UTF8Text? {
        guard !connectives.isEmpty else { return nil }
        var words = text.bytes.split(separator: 0x20).map { UTF8Text(unchecked: Array($0)) }
        for index in words.indices.dropFirst() {
            guard let connective = connectives[words[index]] else { continue }
            if words[index - 1] != connective {
                words.insert(connective, at: index)
            } else if index > 1 {
                words.remove(at: index - 1)
            } else {
                return nil
            }
            return UTF8Text(unchecked: Array(words.map(\.bytes).joined(separator: [0x20])))
        }
        return nil
    }

    private static func bare(_ text: UTF8Text, _ capitals: [Unicode.Scalar: Unicode.Scalar]) -> UTF8Text? {
        guard !capitals.isEmpty else { return nil }
        var bytes: [UInt8] = []
        for placed in text.placedScalars { bytes.append(capitals[placed.scalar] ?? placed.scalar) }
        let bare = UTF8Text(unchecked: bytes)
        return bare == text ? nil : bare
    }
}
