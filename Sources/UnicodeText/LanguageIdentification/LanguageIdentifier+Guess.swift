extension LanguageIdentifier {
    public struct Guess: Hashable, Sendable {
        public let language: LanguageTag
        /// Share of the text in this language, 0...1.
        public let share: Double
        /// Whether the answer can be acted on without asking: `confidence` is at least 0.9.
        public let isReliable: Bool
        /// How often answers like this one are right, 0...1; see `LanguageDecision.confidence(lead:)`.
        public let confidence: Double

        public init(language: LanguageTag, share: Double, isReliable: Bool, confidence: Double? = nil) {
            self.language = language
            self.share = share
            self.isReliable = isReliable
            self.confidence = confidence ?? (isReliable ? 1 : 0)
        }

        /// Nothing to go by.
        static let undetermined = Guess(language: .undetermined, share: 0, isReliable: false)
    }
}
