/// Points taken off a score for differences that are smaller than words.
public struct FuzzyPenalty: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A word differs in case, or in the form its accents are written in.
        case letterCase = "case"
        case number
        /// A URL or e-mail address.
        case address
        /// A word has another form: `meets`, `meeting`.
        case inflection
        /// The punctuation marks differ.
        case punctuation
        /// Nothing but white space, control characters, or the places of punctuation marks differ.
        case spacing
    }

    public var kind: Kind
    /// Percent.
    public var points: Int

    public init(_ kind: Kind, points: Int = 1) {
        self.kind = kind
        self.points = points
    }

    /// - Parameters:
    ///   - count: How many such differences there are.
    ///   - longer: Number of tokens of the longer text.
    init(_ kind: Kind, count: Int, longer: Int) {
        self.kind = kind
        points =
            switch kind {
            // However many: that a title is in capitals, or a table has other figures, is one thing to look at.
            case .letterCase, .number, .address, .spacing: 1
            case .punctuation: 2
            // A form costs a quarter of what another word does.
            case .inflection: max(3, (25 * count + longer - 1) / longer)
            }
    }
}

extension FuzzyPenalty.Kind {
    /// The differences of tokens that this penalty is for; `nil` where it is for something between them.
    var difference: FuzzyDifference.Kind? {
        switch self {
        case .letterCase: .letterCase
        case .number: .number
        case .address: .address
        case .inflection: .inflection
        case .punctuation, .spacing: nil
        }
    }
}
