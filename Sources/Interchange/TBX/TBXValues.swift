internal import Terminology
internal import UnicodeText

/// How the categories this package understands are spelled.
enum TBXValues {
    /// The status a value of `administrativeStatus` means, in the picklist's spelling (`preferredTerm-admn-sts`, ISO
    /// 12620) or a plain one; `nil` for any other value.
    static func status(_ value: some Collection<UInt8>) -> TermStatus? {
        switch plain(value) {
        case "preferred", "preferredterm", "preferredtermadmnsts", "recommended", "approved", "standardized",
            "standardizedterm", "standardizedtermadmnsts", "legaltermadmnsts", "regulatedtermadmnsts":
            .preferred
        case "admitted", "admittedterm", "admittedtermadmnsts", "allowed", "alternative": .admitted
        case "deprecated", "deprecatedterm", "deprecatedtermadmnsts", "superseded", "supersededterm",
            "supersededtermadmnsts", "obsolete", "obsoleteterm", "notrecommended":
            .deprecated
        case "forbidden", "forbiddenterm", "prohibited", "rejected": .forbidden
        case "proposed", "proposedterm": .proposed
        default: nil
        }
    }

    /// What to write for a status. The picklist has nothing for a forbidden or a proposed term; Weblate knows the
    /// plain word.
    static func text(_ status: TermStatus) -> String {
        switch status {
        case .preferred: "preferredTerm-admn-sts"
        case .admitted: "admittedTerm-admn-sts"
        case .deprecated: "deprecatedTerm-admn-sts"
        case .forbidden: "forbidden"
        case .proposed: "proposed"
        }
    }

    /// The type a value of `termType` means, `nil` for one this package has no name for (`symbol`, `phrase`).
    static func type(_ value: some Collection<UInt8>) -> TermType? {
        switch plain(value) {
        case "full", "fullform", "fullterm": .full
        case "acronym": .acronym
        case "abbreviation", "abbrev", "abbreviatedform", "abbreviatedterm", "shortform", "initialism", "clippedterm":
            .abbreviation
        case "variant", "spellingvariant", "orthographicvariant", "orthographicalvariant": .variant
        default: nil
        }
    }

    static func text(_ type: TermType) -> String { type == .full ? "fullForm" : type.rawValue }

    /// 1 to 10, `nil` for any other value.
    static func reliability(_ value: some Collection<UInt8>) -> Int? {
        guard (1...2).contains(value.count) else { return nil }
        var number = 0
        for byte in value {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return (1...10).contains(number) ? number : nil
    }

    /// The reliability in a note as IATE writes it, `reliabilityCode::9`.
    static func reliability(inNote value: some Collection<UInt8>) -> Int? {
        let prefix = "reliabilityCode::"
        guard value.count <= prefix.utf8.count + 2, value.starts(with: prefix.utf8) else { return nil }
        return reliability(value.dropFirst(prefix.utf8.count))
    }

    /// The flags in a note of ours, `flags::exact case`.
    static func flags(inNote value: [UInt8]) -> TermFlags? {
        let prefix = "flags::"
        guard value.count <= 64, value.starts(with: prefix.utf8) else { return nil }
        let flags = TermFlags(words: UTF8Text(unchecked: value.dropFirst(prefix.utf8.count)))
        return flags?.isEmpty ?? true ? nil : flags
    }

    static func note(flags: TermFlags) -> String { "flags::\(flags.words)" }

    /// What says that a concept is not to be translated: the value of `Translation needed`, a category of Weblate's.
    static func isNo(_ value: some Collection<UInt8>) -> Bool { plain(value) == "no" }

    static func note(reliability: Int) -> String { "reliabilityCode::\(reliability)" }

    /// The letters of a short value in lower case.
    private static func plain(_ value: some Collection<UInt8>) -> String {
        guard value.count <= 32 else { return "" }
        var letters: [UInt8] = []
        for byte in value {
            if byte >= 0x61 && byte <= 0x7A { letters.append(byte) }
            if byte >= 0x41 && byte <= 0x5A { letters.append(byte | 0x20) }
        }
        return String(decoding: letters, as: UTF8.self)
    }
}
