internal import UnicodeText

/// The words that dates are written with in a language, and in English, with their meanings.
///
/// Month, weekday and half-day names come from CLDR; `Data/dates-<tag>.txt` adds the spellings CLDR lacks and all
/// other words. See `docs/dates.md`.
struct DateLexicon: Sendable {
    /// A phrase behind its first word.
    struct Phrase: Sendable {
        let rest: [UTF8Text]
        /// Whether a full stop behind it belongs to it: "г.".
        let endsInStop: Bool
        var meaning: DateWord
    }

    private(set) var spelling = DateSpelling()
    private var phrases: [UTF8Text: [Phrase]] = [:]
    /// What the words begin with that name months.
    private(set) var openings = MonthOpenings()
    /// Order and separator of dates in figures by CLDR's short pattern; `nil` where custom is divided.
    private(set) var figureOrder: FigureOrder?
    let pastDurations: PastDurations

    init(language: LanguageTag) {
        let tags = language.language == "en" ? [language] : [language, .english]
        let files = tags.map { DateWordFile(language: $0) }
        for file in files {
            for (from, to) in file.letters where spelling.letters[from] == nil { spelling.letters[from] = to }
        }
        pastDurations = PastDurations(
            zip(tags, files).flatMap { tag, file in CLDRDates.pastDurations(in: tag) + file.pastDurations },
            spelling: spelling)
        for (tag, file) in zip(tags, files) {
            addNames(of: tag, file)
            for entry in file.entries { add(entry.phrase, entry.meaning) }
            for prefix in file.monthPrefixes { addPrefixed(prefix, tag, file) }
        }
        for first in phrases.keys { phrases[first]?.sort { $0.rest.count > $1.rest.count } }
        for (first, phrases) in phrases where phrases.contains(where: { $0.meaning.isOfMonth }) {
            openings.insert(first)
        }
        figureOrder = files.first?.figureOrderIsDivided(for: language) == true ? nil : FigureOrder(language)
    }

    /// The tokens of a range of a text, phrases the lexicon knows being one token each.
    func tokens(of text: UTF8Text, in range: ByteRange) -> [DateToken] {
        let plain = DateTokenizer.tokens(of: text, in: range, spelling: spelling)
        var tokens: [DateToken] = []
        tokens.reserveCapacity(plain.count)
        var index = 0
        while index < plain.count {
            if case .word(let key, _) = plain[index].value, let found = phrase(plain, at: index, key) {
                tokens.append(
                    DateToken(
                        value: .word(key, found.meaning),
                        range: plain[index].range.lowerBound..<plain[found.end - 1].range.upperBound,
                        isSpaced: plain[index].isSpaced))
                index = found.end
            } else {
                tokens.append(plain[index])
                index += 1
            }
        }
        return tokens
    }

    /// The longest phrase that begins with a word; stops, slashes and hyphens may join its words.
    private func phrase(_ tokens: [DateToken], at start: Int, _ key: UTF8Text) -> (meaning: DateWord, end: Int)? {
        for phrase in phrases[key] ?? [] {
            var next = start + 1
            var isMatch = true
            for word in phrase.rest {
                if next < tokens.count, !tokens[next].isSpaced, let sign = tokens[next].sign,
                    sign == "." || sign == "/" || sign == "-"
                {
                    next += 1
                }
                guard next < tokens.count, case .word(let here, _) = tokens[next].value, here == word else {
                    isMatch = false
                    break
                }
                next += 1
            }
            guard isMatch else { continue }
            if phrase.endsInStop, next < tokens.count, !tokens[next].isSpaced, tokens[next].sign == "." { next += 1 }
            return (phrase.meaning, next)
        }
        return nil
    }

    private mutating func add(_ phrase: UTF8Text, _ meaning: DateWord) {
        let words = DateTokenizer.tokens(of: phrase, in: phrase.all, spelling: spelling)
        var keys: [UTF8Text] = []
        for token in words {
            switch token.value {
            case .word(let key, _): keys.append(key)
            // "9月" is a number and a sign, and the grammar's business.
            case .number: return
            case .sign: continue
            }
        }
        guard let first = keys.first else { return }
        let rest = Array(keys.dropFirst())
        let endsInStop = words.last?.sign == "."
        if let known = phrases[first]?.firstIndex(where: { $0.rest == rest }) {
            phrases[first]?[known].meaning.merge(meaning)
        } else {
            phrases[first, default: []].append(Phrase(rest: rest, endsInStop: endsInStop, meaning: meaning))
        }
    }

    private mutating func addNames(of language: LanguageTag, _ file: DateWordFile) {
        for (name, month) in Self.months(of: language, file) {
            var meaning = DateWord()
            meaning.months = [month]
            add(name, meaning)
        }
        for width in CLDRDates.Width.allCases {
            for name in CLDRDates.names(.weekdays, in: language, width: width) where Self.isTelling(name) {
                var meaning = DateWord()
                meaning.roles = .weekday
                add(name, meaning)
            }
        }
        let halves = CLDRDates.names(.halvesOfDay, in: language)
        guard halves.count == 2 else { return }
        for (name, part) in zip(halves, ["am", "pm"]) {
            var meaning = DateWord()
            meaning.period = DayPeriod(part)
            add(name, meaning)
        }
    }

    /// "kuOkthoba", "በጥቅምት".
    private mutating func addPrefixed(_ prefix: UTF8Text, _ language: LanguageTag, _ file: DateWordFile) {
        for (name, month) in Self.months(of: language, file) + file.months {
            var meaning = DateWord()
            meaning.months = [month]
            add(UTF8Text(unchecked: prefix.bytes + name.bytes), meaning)
        }
    }

    private static func months(of language: LanguageTag, _ file: DateWordFile) -> [(UTF8Text, DateWord.Month)] {
        var months: [(UTF8Text, DateWord.Month)] = []
        for (calendar, years) in file.calendars {
            for tag in [language] + file.alsoFrom {
                for width in CLDRDates.Width.allCases {
                    for isStandalone in [false, true] {
                        let names = CLDRDates.names(
                            .months, in: tag, calendar: calendar.rawValue, width: width, standalone: isStandalone)
                        for (index, name) in names.enumerated() where isTelling(name) {
                            months.append((name, DateWord.Month(calendar: calendar, number: index + 1, years: years)))
                        }
                    }
                }
            }
        }
        return months
    }

    /// Not one letter, and not two in scripts where those are a common word.
    private static func isTelling(_ name: UTF8Text) -> Bool {
        guard let first = name.placedScalars.first(where: { $0.scalar.isLetter })?.scalar else { return false }
        let isCased = first.kind == .upper || first.kind == .lower
        return name.scalarCount >= (isCased ? 3 : 2)
    }
}
