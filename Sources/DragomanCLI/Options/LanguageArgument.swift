public import ArgumentParser
public import Dragoman

extension LanguageTag: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

/// Languages with commas between: `zh,fr,pt-BR`.
struct LanguageList: ExpressibleByArgument {
    let languages: [LanguageTag]

    init?(argument: String) {
        var languages: [LanguageTag] = []
        for part in argument.split(separator: ",") {
            guard let tag = LanguageTag(part) else { return nil }
            if !languages.contains(tag) { languages.append(tag) }
        }
        guard !languages.isEmpty else { return nil }
        self.languages = languages
    }
}
