/// The size of what a unit holds (TMX `segtype`).
public enum SegmentKind: String, Hashable, Sendable, Codable, CaseIterable {
    case block, paragraph, sentence, phrase
}
