public import UnicodeText

/// Reads dates and times out of a line: "October 20, 2023 13:44", "20 octobre 2023", "20.10.2023", "2023年10月20日",
/// "ጥቅምት 9 ቀን 2016 ዓ.ም", "2023-10-20T13:44Z".
///
/// A date in figures whose order cannot be known (03/04/2023) gives both readings, the order that CLDR gives for the
/// language first; day first where speakers of the language differ.
public struct DateReader: Sendable {
    /// Code points of a text that are looked at: a date further on belongs to a story.
    public static let reach = 400

    let lexicon: DateLexicon

    /// A reader for dates in a language, and in English. Cheap after the first of a language.
    public init(language: LanguageTag) { lexicon = DateLexicon.lexicon(for: language) }

    /// The readings of the first date in the first 400 code points of a text; empty if there is none. O(1).
    ///
    /// A Gregorian date further on is preferred to one of another calendar, beside which it is often given.
    public func readings(in text: UTF8Text) -> [DateReading] {
        firstDate(in: text)?.readings ?? []
    }

    /// A date among the tokens of a text.
    struct Found {
        let readings: [DateReading]
        let tokens: [DateToken]
        /// The tokens of the date and of its time.
        let date: Range<Int>
        let time: Range<Int>?

        /// From the date or its time to the end of the other.
        var span: Range<Int> {
            guard let time else { return date }
            return min(date.lowerBound, time.lowerBound)..<max(date.upperBound, time.upperBound)
        }
    }

    /// The tokens of other dates and times beside the one that was read: "Updated November 18 at 4:46 PM".
    func otherDates(than found: Found) -> [Range<Int>] {
        let grammar = DateGrammar(tokens: found.tokens, figureOrder: lexicon.figureOrder)
        var ranges: [Range<Int>] = []
        var start = 0
        while start < found.tokens.count {
            if found.span.contains(start) {
                start = found.span.upperBound
            } else if let match = grammar.dayOfYear(at: start) {
                ranges.append(start..<match.end)
                start = match.end
            } else if let time = ClockReading.read(found.tokens, at: start) {
                ranges.append(start..<time.end)
                start = time.end
            } else {
                start += 1
            }
        }
        return ranges
    }

    /// The first date; where none has a year and that is allowed, the first without.
    func firstDate(in text: UTF8Text, allowsNoYear: Bool = false) -> Found? {
        let range = Self.prefix(of: text, scalars: Self.reach)
        guard Self.mayHoldDate(text, range),
            text.borrowed({ lexicon.openings.mayHoldDate($0[range]) })
        else { return nil }
        let tokens = lexicon.tokens(of: text, in: range)
        let grammar = DateGrammar(tokens: tokens, figureOrder: lexicon.figureOrder)
        guard grammar.mayHoldDate else { return nil }
        var first: (match: DateGrammar.Match, start: Int)?
        var start = 0
        while start < tokens.count {
            defer { start += 1 }
            guard let match = grammar.date(at: start) else { continue }
            let isGregorian = match.readings.contains { $0.calendar == .gregorian }
            if first == nil || isGregorian { first = (match, start) }
            if isGregorian { break }
            start = match.end - 1
        }
        if first == nil, allowsNoYear {
            first =
                tokens.indices.lazy.compactMap { start in
                    grammar.dayOfYear(at: start).map { (match: $0, start: start) }
                }.first
        }
        guard let (match, start) = first else { return nil }
        let date = start..<match.end
        guard let (time, place) = time(tokens, around: date) else {
            return Found(readings: match.readings, tokens: tokens, date: date, time: nil)
        }
        // "北京时间13:44": the zone may stand before the time, or before it all.
        let before = [place.lowerBound, date.lowerBound].lazy.compactMap { $0 > 0 ? tokens[$0 - 1].meaning?.zone : nil }
        let readings = match.readings.map { reading in
            var dated = time.added(to: reading)
            if dated.zone == nil, case .offset(let minutes) = before.first { dated.zone = minutes }
            return dated
        }
        return Found(readings: readings, tokens: tokens, date: date, time: place)
    }

    /// The tokens that say how long ago something was, without a reading.
    func pastDuration(in text: UTF8Text) -> Found? {
        let range = Self.prefix(of: text, scalars: Self.reach)
        guard let place = lexicon.pastDurations.first(in: text, range) else { return nil }
        let tokens = lexicon.tokens(of: text, in: range)
        guard let first = tokens.firstIndex(where: { $0.range.overlaps(place) }),
            let last = tokens.lastIndex(where: { $0.range.overlaps(place) })
        else { return nil }
        return Found(readings: [], tokens: tokens, date: first..<last + 1, time: nil)
    }

    /// A time that follows within a few words and signs, or stands just before.
    private func time(_ tokens: [DateToken], around date: Range<Int>) -> (ClockReading, Range<Int>)? {
        var index = date.upperBound
        var behind: (ClockReading, Range<Int>)?
        var isSetApart = false
        while index < tokens.count, index - date.upperBound <= 6 {
            if let time = ClockReading.read(tokens, at: index) {
                behind = (time, index..<time.end)
                break
            }
            guard Self.maySeparate(tokens[index]) else { break }
            if tokens[index].sign == "|" || tokens[index].meaning?.roles.contains(.label) == true { isSetApart = true }
            index += 1
        }
        if let behind, !isSetApart { return behind }
        // "Published: 00:01, 19 Nov 2019 | Updated: 10:43": what stands behind a bar belongs to something else.
        return time(tokens, before: date) ?? behind
    }

    private func time(_ tokens: [DateToken], before date: Range<Int>) -> (ClockReading, Range<Int>)? {
        for back in 1...10 where date.lowerBound - back >= 0 {
            let place = date.lowerBound - back
            guard let time = ClockReading.read(tokens, at: place), time.end <= date.lowerBound else { continue }
            guard tokens[time.end..<date.lowerBound].allSatisfy(Self.maySeparate) else { break }
            // "1909 GMT (0309 HKT)": the time in brackets is the same one elsewhere; "9:00-12:00" begins at nine.
            if place >= 2, tokens[place - 1].sign == "(" || tokens[place - 1].sign == "-",
                let outer = (max(0, place - 4)..<place - 1).lazy.compactMap({ index in
                    ClockReading.read(tokens, at: index).map { ($0, index..<$0.end) }
                }).first(where: { $0.1.upperBound == place - 1 })
            {
                return outer
            }
            // "下午" or "saa" before the figures belongs to them.
            for more in stride(from: place - 1, through: max(0, place - 2), by: -1) {
                if let longer = ClockReading.read(tokens, at: more), longer.end == time.end {
                    return (longer, more..<longer.end)
                }
            }
            return (time, place..<time.end)
        }
        return nil
    }

    /// Little words and signs: "at", "à", ",", "|", "T".
    private static func maySeparate(_ token: DateToken) -> Bool {
        switch token.value {
        case .number: false
        case .sign(let sign): [",", "|", "·", "•", "-", "(", ")", ".", "/", ":", ";", "@"].contains(sign)
        case .word(let word, let meaning):
            if let meaning {
                meaning.months.isEmpty
                    && (meaning.zone != nil
                        || !meaning.roles.isDisjoint(with: [.joiner, .clock, .weekday, .year, .day, .label]))
            } else {
                word.scalarCount <= 3 && !word.scalar(at: 0).scalar.isUnspaced
            }
        }
    }

    /// A date has digits, or signs that Han numerals stand before; most lines have neither.
    private static func mayHoldDate(_ text: UTF8Text, _ range: ByteRange) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, length) = text.scalar(at: offset)
            if scalar.value < 0x80 ? scalar.value >= 0x30 && scalar.value <= 0x39 : scalar.digitValue != nil {
                return true
            }
            if scalar == "月" { return true }
            offset += length
        }
        return false
    }

    /// The range of at most so many code points from the start. O(number asked for).
    static func prefix(of text: UTF8Text, scalars: Int) -> ByteRange {
        guard text.count > scalars else { return text.all }
        var offset = 0
        for _ in 0..<scalars where offset < text.count { offset += text.scalar(at: offset).length }
        return 0..<offset
    }
}
