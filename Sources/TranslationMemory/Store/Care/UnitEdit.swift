public import UnicodeText

/// A change that is made to many units alike.
public enum UnitEdit: Hashable, Sendable {
    /// Bytes in the texts of a language and those it covers (`pt-BR` for `pt`) give way to others, everywhere. Inline codes
    /// keep their places.
    case replace(UTF8Text, with: UTF8Text, language: LanguageTag)
    /// Variants of exactly one language become variants of another.
    case setLanguage(LanguageTag, to: LanguageTag)
    /// The unit's properties of a type give way to this one; `nil` removes them.
    case setProperty(String, String?)
    /// The unit's notes give way to this one; `nil` removes them.
    case setNote(String?)
    /// A note more, unless the unit has it.
    case addNote(String)
    /// An attribute of the unit; `nil` removes it.
    case setAttribute(String, String?)
    case setOriginKind(Origin.Kind)
    case setOriginName(String?)
}
