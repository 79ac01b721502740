internal import UnicodeText

/// Names of regions that press copy of a language uses beside CLDR's, from a data file: `regions-fr.txt`.
///
/// A line has a region code and a name. `- XX name` says that CLDR's name is wrong, `* en` that regions are also called by
/// their English names.
struct RegionNames: Sendable {
    private(set) var added: [String: [UTF8Text]] = [:]
    private(set) var wrong: [String: [UTF8Text]] = [:]
    private(set) var borrowed: [LanguageTag] = []

    private static let known = LanguageCache<RegionNames>(limit: 64)

    static func of(_ language: LanguageTag) -> RegionNames {
        known.value(for: language) { language in
            for tag in language.fallbacks {
                if let bytes = LanguageData.file("terminology/regions-\(tag).txt") { return RegionNames(bytes) }
            }
            return RegionNames(UnsafeBufferPointer(start: nil, count: 0))
        }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
            let isWrong = line.starts(with: "- ".utf8)
            let isBorrowed = line.starts(with: "* ".utf8)
            let rest = isWrong || isBorrowed ? line.dropFirst(2) : line
            if isBorrowed {
                if let language = LanguageTag(String(decoding: rest, as: UTF8.self)) { borrowed.append(language) }
                continue
            }
            guard let blank = rest.firstIndex(of: 0x20) else { continue }
            let code = String(decoding: rest[..<blank], as: UTF8.self)
            let name = UTF8Text(unchecked: Array(rest[(blank + 1)...]))
            if isWrong { wrong[code, default: []].append(name) } else { added[code, default: []].append(name) }
        }
    }

    /// A name and whether it is CLDR's.
    struct Name: Sendable {
        let text: UTF8Text
        let isOfCLDR: Bool
    }

    /// All names of a region in a language, the preferred one first; none where neither CLDR nor the data have one.
    static func all(_ code: String, in language: LanguageTag) -> [Name] {
        let own = of(language)
        var names: [Name] = []
        // CLDR gives the code itself where a language has no name for it.
        if let full = CLDRNames.name(.region, code, in: language), !full.bytes.elementsEqual(code.utf8) {
            let short = CLDRNames.name(.region, code, in: language, short: true)
            names = [full, short].compactMap { $0 }.map { Name(text: $0, isOfCLDR: true) }
        }
        names += (own.added[code] ?? []).map { Name(text: $0, isOfCLDR: false) }
        for other in own.borrowed where other != language { names += all(code, in: other) }
        let wrong = own.wrong[code] ?? []
        var seen: Set<UTF8Text> = []
        return names.filter { !wrong.contains($0.text) && seen.insert($0.text).inserted }
    }
}
