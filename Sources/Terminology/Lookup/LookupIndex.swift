internal import UnicodeText

/// The terms of glossaries in one language by their keys, in columns.
struct LookupIndex: Sendable {
    /// Where a term is.
    struct Place: Sendable, BitwiseCopyable {
        let glossary: Int32
        let concept: Int32
        /// Its place among the concept's terms in the language.
        let number: Int32
    }

    let places: FixedBuffer<Place>
    /// `LookupKey.bare` of each.
    let bare: KeyColumn
    /// `LookupKey.stemmed` of each; the bare ones for a language without a stemmer.
    let stemmed: KeyColumn
    /// Of each bare key its signature, and how many letters it has.
    let signatures: FixedBuffer<UInt64>
    let lengths: FixedBuffer<UInt32>

    /// O(terms).
    init(_ glossaries: [any ConceptList], _ language: LanguageTag, stemmer: Stemmer?) {
        var places: [Place] = []
        var keys: [LookupKey] = []
        for (glossaryIndex, glossary) in glossaries.enumerated() {
            for conceptIndex in 0..<glossary.count {
                for (number, term) in glossary.concept(at: conceptIndex).terms(in: language).enumerated() {
                    places.append(
                        Place(glossary: Int32(glossaryIndex), concept: Int32(conceptIndex), number: Int32(number)))
                    keys.append(LookupKey(term.text, stemmer: stemmer))
                }
            }
        }
        self.places = FixedBuffer(places)
        bare = KeyColumn(keys.map(\.bare))
        stemmed = stemmer == nil ? bare : KeyColumn(keys.map(\.stemmed))
        signatures = FixedBuffer(keys.map { LetterSignature.of($0.bare.placedScalars.lazy.map(\.scalar)) })
        lengths = FixedBuffer(keys.map { UInt32(clamping: $0.bare.scalarCount) })
    }

    /// `nil` for columns that do not belong together, or to these glossaries. O(terms).
    init?(
        places: FixedBuffer<Place>, bare: KeyColumn, stemmed: KeyColumn, signatures: FixedBuffer<UInt64>,
        lengths: FixedBuffer<UInt32>, glossaries: [any ConceptList]
    ) {
        let counts = glossaries.map { Int32(clamping: $0.count) }
        guard bare.count == places.count, stemmed.count == places.count, signatures.count == places.count,
            lengths.count == places.count,
            places.elements.allSatisfy({ place in
                place.glossary >= 0 && place.glossary < counts.count && place.concept >= 0
                    && place.concept < counts[Int(place.glossary)] && place.number >= 0
            })
        else { return nil }
        self.places = places
        self.bare = bare
        self.stemmed = stemmed
        self.signatures = signatures
        self.lengths = lengths
    }
}
