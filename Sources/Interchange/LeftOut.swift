/// Why a segment of a translated file is none for a memory.
public enum LeftOut: String, Sendable, CaseIterable {
    /// No target, or an empty one.
    case untranslated
    /// The target is the source, and nobody says it is a translation.
    case copy = "copy of the source"
    /// Fuzzy, made by a machine, rejected, or not yet said to be done.
    case unreviewed = "not accepted yet"
    /// Marked as not to be translated.
    case notTranslatable = "not to be translated"
    /// Of two texts line by line, one has nothing there.
    case oneSided = "empty on one side"
    /// No longer in use.
    case obsolete
}
