/// What kind of form a term is (TBX `termType`).
public enum TermType: String, Hashable, Sendable, Codable, CaseIterable {
    case full, acronym, abbreviation, variant
}
