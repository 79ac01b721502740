/// What happens when a unit that comes in has another text in a language than the unit that is stored.
public enum ImportMode: String, Hashable, Sendable, Codable, CaseIterable {
    /// The stored translation wins; only languages that were missing are added.
    case keep
    /// The translation that comes in takes its place.
    case replace
    /// Both stay, the new one after the others.
    case addVariant = "add-variant"
}
