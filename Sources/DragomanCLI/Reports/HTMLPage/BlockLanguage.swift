import Dragoman

/// The language of each block for those who choose fonts and voices by it: that of the article, unless the block is
/// written in another script.
struct BlockLanguage {
    /// Letters of a block that are looked at.
    private static let sample = 64

    private let main: LanguageTag
    private let scripts: Set<String>

    init(_ article: Article) {
        main = article.language.language
        scripts = Self.scripts(CLDRNames.likelyScript(of: main) ?? "")
    }

    /// O(1) for a block in the article's script, else what identification costs.
    func language(of block: Block) -> LanguageTag {
        var seen = 0
        var foreign = 0
        for placed in block.text.placedScalars where placed.scalar.isLetter {
            seen += 1
            if !scripts.contains(placed.scalar.script) { foreign += 1 }
            if seen == Self.sample { break }
        }
        guard foreign * 2 > seen else { return main }
        let found = LanguageIdentifier.identify(block.text).language
        return found == .undetermined ? main : found
    }

    /// The scripts of characters in a text whose script is named so: ISO 15924 has names for mixtures.
    private static func scripts(_ name: String) -> Set<String> {
        switch name {
        case "Hans", "Hant": ["Hani"]
        case "Jpan": ["Hani", "Hira", "Kana"]
        case "Kore": ["Hang", "Hani"]
        default: [name]
        }
    }
}
