public import UnicodeText

/// Which conventions of the text's language are set; the default sets none.
///
/// What a language's conventions are is data: CLDR's through ICU, and `Data/conventions-<tag>.txt` for what CLDR lacks
/// or practice does otherwise. Where neither says anything nothing is changed.
public struct Conventions: Hashable, Sendable {
    public enum Quotes: String, Sendable, CaseIterable { case keep, straight, language }
    /// Spaces of French punctuation: all U+00A0, or U+202F where the narrow one is the rule.
    public enum Spaces: String, Sendable, CaseIterable { case keep, nbsp, nnbsp }
    public enum Digits: String, Sendable, CaseIterable { case keep, latin, native }
    public enum Apostrophes: String, Sendable, CaseIterable { case keep, straight, typographic, letter }
    public enum Dashes: String, Sendable, CaseIterable { case keep, language }
    public enum Width: String, Sendable, CaseIterable { case keep, narrow }
    public enum Tatweel: String, Sendable, CaseIterable { case keep, remove }
    public enum PresentationForms: String, Sendable, CaseIterable { case keep, fold }
    public enum Ethiopic: String, Sendable, CaseIterable { case keep, modern }

    public var quotes: Quotes
    public var spaces: Spaces
    public var digits: Digits
    public var apostrophes: Apostrophes
    public var dashes: Dashes
    public var width: Width
    public var tatweel: Tatweel
    public var presentationForms: PresentationForms
    public var ethiopic: Ethiopic

    public init(
        quotes: Quotes = .keep, spaces: Spaces = .keep, digits: Digits = .keep, apostrophes: Apostrophes = .keep,
        dashes: Dashes = .keep, width: Width = .keep, tatweel: Tatweel = .keep,
        presentationForms: PresentationForms = .keep, ethiopic: Ethiopic = .keep
    ) {
        self.quotes = quotes
        self.spaces = spaces
        self.digits = digits
        self.apostrophes = apostrophes
        self.dashes = dashes
        self.width = width
        self.tatweel = tatweel
        self.presentationForms = presentationForms
        self.ethiopic = ethiopic
    }

    /// The steps for texts in a language, in the order they work: letters before the marks between them, quotation
    /// marks before the spaces they ask for.
    public func steps(for language: LanguageTag) -> [any Step] {
        if self == Conventions() { return [] }
        let data = ConventionData.data(for: language)
        var steps: [(any Step)?] = []
        // Letters that stood apart may compose with the marks behind them.
        if presentationForms == .fold { steps += [PresentationFormFolding(), Composition()] }
        if tatweel == .remove { steps.append(TatweelRemoval()) }
        if width == .narrow { steps.append(NarrowWidth()) }
        if ethiopic == .modern { steps.append(WordSpacePunctuation(data)) }
        if digits != .keep { steps.append(DigitForms(digits, data)) }
        if apostrophes != .keep { steps.append(ApostropheForms(apostrophes, data)) }
        if dashes == .language { steps.append(SpacedDashes(data)) }
        if quotes != .keep { steps.append(QuotationMarks(quotes, data)) }
        if spaces != .keep { steps.append(PunctuationSpaces(spaces, data)) }
        let wanted = steps.compactMap { $0 }
        return wanted.isEmpty ? [] : [SettledSteps(steps: wanted)]
    }

    /// Blocks with the conventions set in their texts and the edits added to theirs.
    func applied(to blocks: [Block], in language: LanguageTag) -> [Block] {
        let steps = steps(for: language)
        if steps.isEmpty { return blocks }
        return blocks.map { block in
            let (text, edits) = steps.apply(to: block.text)
            if edits.isIdentity { return block }
            var block = block
            block.text = text
            block.edits = block.edits.composed(with: edits)
            return block
        }
    }
}
