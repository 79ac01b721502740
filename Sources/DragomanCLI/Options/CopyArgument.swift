import ArgumentParser
import Dragoman

/// What copy is in: a format by its name, or a language by its tag. No language is called as a format is.
enum CopyArgument: ExpressibleByArgument {
    case format(PressFormat)
    case language(LanguageTag)

    init?(argument: String) {
        if let format = PressFormat(rawValue: argument) {
            self = .format(format)
        } else if let tag = LanguageTag(argument) {
            self = .language(tag)
        } else {
            return nil
        }
    }

    var format: PressFormat? {
        if case .format(let format) = self { format } else { nil }
    }

    var language: LanguageTag? {
        if case .language(let tag) = self { tag } else { nil }
    }
}
