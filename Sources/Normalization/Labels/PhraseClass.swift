/// What a phrase of a language's press words tells of the line it stands in.
struct PhraseClass: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    static let legal = PhraseClass(rawValue: 1 << 0)
    static let navigation = PhraseClass(rawValue: 1 << 1)
    static let identifier = PhraseClass(rawValue: 1 << 2)
    static let sharing = PhraseClass(rawValue: 1 << 3)
    static let related = PhraseClass(rawValue: 1 << 4)
    static let advertisement = PhraseClass(rawValue: 1 << 5)
    static let subscription = PhraseClass(rawValue: 1 << 6)
    static let callToAction = PhraseClass(rawValue: 1 << 7)
    static let comments = PhraseClass(rawValue: 1 << 8)
    static let truncated = PhraseClass(rawValue: 1 << 9)
    static let byline = PhraseClass(rawValue: 1 << 10)
    static let dateLabel = PhraseClass(rawValue: 1 << 11)
    static let zone = PhraseClass(rawValue: 1 << 12)
    static let caption = PhraseClass(rawValue: 1 << 13)
    static let sectionName = PhraseClass(rawValue: 1 << 14)
    static let note = PhraseClass(rawValue: 1 << 15)
    /// Words that tell only when they are the whole line or a whole entry of a menu: "Home", "Share".
    static let alone = PhraseClass(rawValue: 1 << 16)
    /// The same, over an advertisement: "Ads".
    static let aloneAdvertisement = PhraseClass(rawValue: 1 << 17)

    /// Classes whose phrases speak against a line in which other words stand, too.
    static let inner = PhraseClass(furniture.map(\.value)).subtracting(whole)
    /// Classes of phrases that tell only when they are the whole line or a whole entry of a menu.
    static let whole: PhraseClass = [.alone, .aloneAdvertisement, .sectionName]

    /// The names of the sections in the data files.
    static let named: [(name: String, value: PhraseClass)] = [
        ("legal", .legal), ("navigation", .navigation), ("identifier", .identifier), ("sharing", .sharing),
        ("related", .related), ("advertisement", .advertisement), ("subscription", .subscription),
        ("call-to-action", .callToAction), ("comments", .comments), ("truncated", .truncated), ("byline", .byline),
        ("date-label", .dateLabel), ("zone", .zone), ("caption", .caption), ("section-name", .sectionName),
        ("note", .note), ("alone", .alone), ("advertisement-alone", .aloneAdvertisement),
    ]

    /// Classes whose phrases speak against a line, with the reason they give and their weight for a line that says
    /// nothing else.
    static let furniture: [(value: PhraseClass, name: String, reason: BoilerplateReason, weight: Double)] = [
        (.legal, "legal", .legal, -6), (.identifier, "identifier", .identifier, -6),
        (.advertisement, "advertisement", .advertisement, -6), (.navigation, "navigation", .navigation, -5),
        (.sharing, "sharing", .sharing, -5), (.related, "related", .related, -5),
        (.subscription, "subscription", .subscription, -5), (.callToAction, "call-to-action", .subscription, -5),
        (.comments, "comments", .comments, -5), (.truncated, "truncated", .truncated, -4),
        (.sectionName, "section-name", .navigation, -4), (.alone, "alone", .navigation, -4),
        (.aloneAdvertisement, "advertisement-alone", .advertisement, -4),
    ]
}
