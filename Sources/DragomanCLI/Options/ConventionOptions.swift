public import ArgumentParser
public import Dragoman

/// Conventions of the language, each on request only.
struct ConventionOptions: ParsableArguments {
    @Option(help: "straight: \"…\"; language: those of the text's language, nested and paired. Apostrophes stay.")
    var quotes: Conventions.Quotes = .keep

    @Option(help: "French spaces before ; : ! ? and inside « »: nbsp: all U+00A0; nnbsp: U+202F before ; ! ?.")
    var frSpace: Conventions.Spaces = .keep

    @Option(help: "latin: 0123456789; native: those of the text's language.")
    var digits: Conventions.Digits = .keep

    @Option(help: "straight: '; typographic: ’; letter: ʼ where the language has it as a letter (Hausa, Swahili).")
    var apostrophe: Conventions.Apostrophes = .keep

    @Option(help: "language: spaced hyphens to the language's dash (Russian).")
    var dashes: Conventions.Dashes = .keep

    @Option(help: "narrow: full-width Latin letters and digits to ASCII; punctuation stays.")
    var width: Conventions.Width = .keep

    @Option(help: "remove: Arabic tatweel between letters.")
    var tatweel: Conventions.Tatweel = .keep

    @Option(help: "fold: presentation forms and ligatures (ﻻ, ﬁ) to letters.")
    var presentationForms: Conventions.PresentationForms = .keep

    @Option(help: "modern: word space ፡ between letters to a blank, :: and ፡፡ to ።.")
    var ethiopic: Conventions.Ethiopic = .keep

    var conventions: Conventions {
        Conventions(
            quotes: quotes, spaces: frSpace, digits: digits, apostrophes: apostrophe, dashes: dashes, width: width,
            tatweel: tatweel, presentationForms: presentationForms, ethiopic: ethiopic)
    }
}

extension Conventions.Quotes: ExpressibleByArgument {}
extension Conventions.Spaces: ExpressibleByArgument {}
extension Conventions.Digits: ExpressibleByArgument {}
extension Conventions.Apostrophes: ExpressibleByArgument {}
extension Conventions.Dashes: ExpressibleByArgument {}
extension Conventions.Width: ExpressibleByArgument {}
extension Conventions.Tatweel: ExpressibleByArgument {}
extension Conventions.PresentationForms: ExpressibleByArgument {}
extension Conventions.Ethiopic: ExpressibleByArgument {}
