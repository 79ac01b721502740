internal import FuzzyMatching
internal import UnicodeText

/// What stands in a translation as it stands in the source: addresses, and the signs and codes of currencies.
enum VerbatimSubstitution {
    static func edits(_ texts: ReuseTexts) -> [TargetEdit] {
        texts.differences.compactMap { difference in
            let (new, old) = (texts.query[difference.query], texts.match[difference.match])
            let kind: Substitution.Kind
            switch difference.kind {
            case .address: kind = .address
            case .replaced where isCurrency(new) && isCurrency(old): kind = .currency
            default: return nil
            }
            guard texts.match.places(of: old).count == 1 else { return nil }
            let places = texts.target.places(of: old)
            guard places.count == 1 else { return nil }
            return TargetEdit(
                kind: kind, query: difference.query, match: difference.match, range: places[0], replacement: new)
        }
    }

    /// One currency sign, or an ISO 4217 code.
    private static func isCurrency(_ text: UTF8Text) -> Bool {
        if text.count == 3, text.bytes.allSatisfy({ (0x41...0x5A).contains($0) }) {
            return codes.contains(text.description)
        }
        guard !text.isEmpty else { return false }
        let (scalar, length) = text.scalar(at: 0)
        return length == text.count && scalar.isCurrencySign
    }

    private static let codes = Set(CLDRNames.codes(.currency))
}

extension UTF8Text {
    /// The places where a text stands that is not part of a longer word, one behind the other.
    func places(of part: UTF8Text) -> [ByteRange] {
        var places: [ByteRange] = []
        var start = 0
        while let range = self[start..<count].firstWholeWords(part) {
            let place = range.lowerBound + start..<range.upperBound + start
            // The rest was looked at without what stands before it.
            if !isInsideWord(place.lowerBound) { places.append(place) }
            start = place.upperBound
        }
        return places
    }
}
