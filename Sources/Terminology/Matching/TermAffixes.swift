internal import UnicodeText

/// The ways of writing and the affixes of a language, made ready for matching. Kept from one matcher to the next.
struct TermAffixes: Sendable {
    let table: FoldTable
    let beginnings: AffixTable
    let endings: AffixTable
    private let commonBegins: (any: UInt64, first: UInt64, later: UInt64)
    private let nameBegins: UInt64
    private let commonEnds: UInt64
    private let nameEnds: UInt64
    private let acronymEnds: UInt64
    /// Hashes of two words, of the text and of the term, that are no forms of each other.
    let different: Set<UInt64>
    private let contrasted: Set<UInt64>

    private static let known = LanguageCache<TermAffixes>(limit: 16)

    static func of(_ language: LanguageTag) -> TermAffixes {
        known.value(for: language) { TermAffixes(TermLanguage.of($0)) }
    }

    private init(_ language: TermLanguage) {
        let table = FoldTable(language.writing)
        let fold: (UTF8Text) -> [UInt8] = { Self.fold($0, table) }
        self.table = table
        var start = 0
        func bits(_ sets: [AffixSet]) -> UInt64 {
            defer { start += sets.count }
            return AffixTable.bits(start..<start + sets.count)
        }
        commonBegins = (bits(language.beginnings), bits(language.firstBeginnings), bits(language.laterBeginnings))
        nameBegins = bits(language.nameBeginnings)
        beginnings = AffixTable(
            language.beginnings + language.firstBeginnings + language.laterBeginnings + language.nameBeginnings,
            clitics: language.proclitics, isBackward: false, fold: fold)
        start = 0
        commonEnds = bits(language.endings)
        nameEnds = bits(language.nameEndings)
        acronymEnds = bits(language.acronymEndings)
        endings = AffixTable(
            language.endings + language.nameEndings + language.acronymEndings, clitics: language.enclitics,
            isBackward: true, fold: fold)
        var different: Set<UInt64> = []
        for groups in language.different {
            for (index, group) in groups.enumerated() {
                let others = groups.enumerated().filter { $0.offset != index }.flatMap(\.element)
                for one in group { for other in others { different.insert(Self.pair(fold(one), fold(other))) } }
            }
        }
        self.different = different
        contrasted = Set(language.different.joined().joined().map { TokenHash.of(fold($0)) })
    }

    /// Whether `different` may hold a word of a term.
    func isContrasted(_ key: [UInt8]) -> Bool { !contrasted.isEmpty && contrasted.contains(TokenHash.of(key)) }

    /// The key of a text, characters between words left out.
    func fold(_ text: UTF8Text) -> [UInt8] { Self.fold(text, table) }

    private static func fold(_ text: UTF8Text, _ table: FoldTable) -> [UInt8] {
        let key = TokenKey()
        return text.bytes.withUnsafeBytes { bytes in
            let reader = TokenReader(bytes, table)
            var (offset, count) = (0, 0)
            while offset < bytes.count, count < TokenKey.limit {
                let character = reader.character(at: offset)
                if character.kind.isOfToken { reader.append(character, to: key, &count) }
                offset += character.length
            }
            return key.array(0..<count)
        }
    }

    private static func pair(_ text: [UInt8], _ term: [UInt8]) -> UInt64 {
        pair(TokenHash.of(text), TokenHash.of(term))
    }

    static func pair(_ text: UInt64, _ term: UInt64) -> UInt64 { TokenHash.mixed(text) &* 31 &+ term }

    func begins(of kind: WordKind) -> UInt64 {
        if kind.contains(.exact) || kind.contains(.unspaced) { return AffixTable.nothing }
        if kind.contains(.name) || kind.contains(.acronym) { return nameBegins | AffixTable.nothing }
        return commonBegins.any | (kind.contains(.later) ? commonBegins.later : commonBegins.first) | AffixTable.nothing
    }

    func ends(of kind: WordKind) -> UInt64 {
        if kind.contains(.exact) || kind.contains(.unspaced) { return AffixTable.nothing }
        if kind.contains(.acronym) { return acronymEnds | AffixTable.nothing }
        return (kind.contains(.name) ? nameEnds : commonEnds) | AffixTable.nothing
    }
}
