/// What speaks for a language in a text, in bits.
struct LanguageEvidence: Equatable {
    let language: LanguageTag
    var bits: Double
}
