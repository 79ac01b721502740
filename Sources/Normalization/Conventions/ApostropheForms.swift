internal import UnicodeText

/// Writes apostrophes in one form: straight, typographic, or as the letter where the language has one.
///
/// An apostrophe is one inside a word, or at the beginning or end of one by the language's lists; a mark that is half of
/// a quotation is none, nor is one behind a digit (feet, minutes).
struct ApostropheForms: Step {
    private let style: Conventions.Apostrophes
    private let data: ConventionData
    private let rules: ApostropheRules
    private let own: [CLDRConventions.Pair]
    private let rule: String

    /// `nil` when letters are asked for in a language that has none.
    init?(_ style: Conventions.Apostrophes, _ data: ConventionData) {
        self.style = style
        self.data = data
        rules = ApostropheRules(data)
        if style == .letter, !rules.hasLetters { return nil }
        own = QuoteLevels(data)?.pairs ?? []
        rule = style == .letter ? "apostrophe:\(data.language)" : "apostrophe:\(style.rawValue)"
    }

    func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        guard text.bytes.contains(where: Self.maySignal) else { return (text, EditMap(identity: text.count)) }
        let pairs = QuotePairs(QuoteScan(text, rules, data, own: own).marks(), in: text)
        var places = loose(in: text)[...]
        var rewriter = TextRewriter(text)
        for (index, mark) in pairs.marks.enumerated() where mark.family == .single && pairs.partners[index] == nil {
            while let place = places.first, place.lowerBound < mark.range.lowerBound {
                rewrite(places.removeFirst(), in: text, &rewriter)
            }
            if isApostrophe(mark, in: text) { rewrite(mark.range, in: text, &rewriter) }
        }
        for place in places { rewrite(place, in: text, &rewriter) }
        return rewriter.finish()
    }

    private func isApostrophe(_ mark: QuoteMark, in text: UTF8Text) -> Bool {
        if mark.role == .apostrophe { return true }
        return mark.role == .closing && rules.mayBeFinal(after: mark.range.lowerBound, in: text)
    }

    private func rewrite(_ range: ByteRange, in text: UTF8Text, _ rewriter: inout TextRewriter) {
        let scalar: Unicode.Scalar
        switch style {
        case .keep: return
        case .straight: scalar = "'"
        case .typographic: scalar = "’"
        case .letter:
            guard rules.isLetter(range, in: text) else { return }
            scalar = "ʼ"
        }
        var bytes: [UInt8] = []
        bytes.append(scalar)
        rewriter.replace(range, with: bytes, rule: rule)
    }

    /// The letter apostrophe anywhere in a word, and the acute accent people type for one inside a word.
    private func loose(in text: UTF8Text) -> [ByteRange] {
        var places: [ByteRange] = []
        var offset = 0
        while let start = text.bytes[offset...].firstIndex(where: { $0 == 0xC2 || $0 == 0xCA }) {
            let (scalar, length) = text.scalar(at: start)
            offset = start + length
            guard scalar == "ʼ" || scalar == "´" else { continue }
            let isAfterWord = start > 0 && text.scalar(before: start).scalar.isWordPart
            let isBeforeWord = offset < text.count && text.scalar(at: offset).scalar.isWordPart
            if scalar == "ʼ" ? isAfterWord || isBeforeWord : isAfterWord && isBeforeWord {
                places.append(start..<offset)
            }
        }
        return places
    }

    /// First bytes of ' ’ ‘ ʼ ´.
    private static func maySignal(_ byte: UInt8) -> Bool {
        byte == 0x27 || byte == 0xE2 || byte == 0xCA || byte == 0xC2
    }
}
