import ArgumentParser
import Dragoman

/// `en=en-US,fr=fr-FR`.
struct LanguageMapList: ExpressibleByArgument {
    let maps: [LanguageMap]

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
        maps = parts.compactMap { LanguageMap(String($0)) }
        if maps.count < parts.count { return nil }
    }
}

/// `en=en-US`: what a file calls en-US is en here.
struct LanguageMap {
    let name: LanguageTag
    let nameInFile: LanguageTag

    init?(_ argument: String) {
        guard let pair = NamedValue(argument: argument), let name = LanguageTag(pair.name),
            let nameInFile = LanguageTag(pair.value)
        else { return nil }
        self.name = name
        self.nameInFile = nameInFile
    }
}

extension LanguageMap: CustomStringConvertible {
    var description: String { "\(name)=\(nameInFile)" }
}

/// Gives the texts of units the names their languages have here.
struct LanguageRenaming {
    private let maps: [LanguageMap]
    private var met: Set<LanguageTag> = []

    init(_ maps: [LanguageMap]) { self.maps = maps }

    /// Those that met no text so far.
    var unmet: [LanguageMap] { maps.filter { !met.contains($0.nameInFile) } }

    mutating func rename(_ unit: inout TranslationUnit) {
        guard !maps.isEmpty else { return }
        for index in unit.variants.indices {
            guard let map = map(unit.variants[index].language) else { continue }
            met.insert(map.nameInFile)
            unit.variants[index].language = map.name
        }
        if let map = unit.sourceLanguage.flatMap({ map($0) }) { unit.sourceLanguage = map.name }
    }

    private func map(_ language: LanguageTag) -> LanguageMap? { maps.first { $0.nameInFile == language } }
}
