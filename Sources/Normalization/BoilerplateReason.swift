/// Why a block is not part of the copy.
public enum BoilerplateReason: String, Hashable, Sendable, Codable, CaseIterable {
    /// Menus, links to other pages, breadcrumbs.
    case navigation
    /// Copyright, licences, disclaimers.
    case legal
    /// Registration and identification numbers.
    case identifier
    case sharing, related, advertisement, subscription
    /// What readers wrote, and the forms for it.
    case comments
    /// A promise of more: "Read the full story".
    case truncated
    /// The same line stood further up.
    case duplicate
    /// Markup, decoration, a line without a word.
    case furniture
}
