/// An encoding of one byte a character, ready to be compared.
struct SingleByteEncoding: Sendable {
    /// A language written in it.
    struct Language: Sendable {
        let name: String
        let pairs: LetterPairs
        /// For each byte the index of its letter in the pairs, or one of the two below.
        let indices: [UInt8]
    }

    static let noLetter: UInt8 = 255
    /// A letter that the language does not have.
    static let foreign: UInt8 = 254

    let candidate: EncodingModel.Candidate
    let table: [UInt32]
    let characters: [EncodingCharacter]
    let languages: [Language]

    /// `nil` if ICU does not know it.
    init?(
        _ candidate: EncodingModel.Candidate, without: ClosedRange<Int>?, pairs: [String: LetterPairs],
        signs: EncodingSigns
    ) {
        guard var table = EncodingTables.singleByte(candidate.name) else { return nil }
        if let without { for byte in without { table[byte] = 0xFFFD } }
        self.candidate = candidate
        self.table = table
        let characters = table.map { EncodingCharacter($0, signs) }
        self.characters = characters
        languages = candidate.languages.compactMap { name in
            guard let pairs = pairs[name] else { return nil }
            let indices = characters.map { $0.isLetter ? pairs.indices[$0.folded] ?? Self.foreign : Self.noLetter }
            return Language(name: name, pairs: pairs, indices: indices)
        }
    }
}
