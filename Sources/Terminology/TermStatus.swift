/// How a term may be used (TBX `administrativeStatus`).
public enum TermStatus: String, Hashable, Sendable, Codable, CaseIterable {
    case preferred, admitted, deprecated, forbidden, proposed
}
