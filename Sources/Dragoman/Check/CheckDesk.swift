internal import UnicodeText

/// Checks units of any pair of languages: a checker is made when a pair first comes.
public struct CheckDesk {
    private struct Pair: Hashable {
        let source: LanguageTag
        let target: LanguageTag
    }

    /// A checker holds the terms of its languages: a file of more pairs is refused.
    private static let maximumPairs = 64

    private let shelf: GlossaryShelf
    private let codes: Set<CheckCode>
    private let asksShipped: Bool
    private var checkers: [Pair: Checker] = [:]

    public init(
        shelf: GlossaryShelf, codes: Set<CheckCode> = Set(CheckCode.allCases), asksShipped: Bool = false
    ) {
        self.asksShipped = asksShipped
        self.shelf = shelf
        self.codes = codes
    }

    /// The findings of a unit.
    ///
    /// - Throws: A `Diagnostic` when there are too many pairs of languages, and what the glossaries throw.
    public mutating func findings(in unit: CheckUnit) throws -> [CheckFinding] {
        let pair = Pair(source: unit.source.language, target: unit.target.language)
        if checkers[pair] == nil {
            guard checkers.count < Self.maximumPairs else {
                throw Diagnostic(
                    .error, code: "check.languages", file: unit.file,
                    message: "there are more than \(Self.maximumPairs) pairs of languages", hint: "--to names one")
            }
            checkers[pair] = try Checker(
                from: pair.source, to: pair.target, shelf: shelf, codes: codes, asksShipped: asksShipped)
        }
        return try checkers[pair]?.findings(in: unit) ?? []
    }
}
