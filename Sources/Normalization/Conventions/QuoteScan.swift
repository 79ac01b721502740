internal import UnicodeText

/// Finds all quotation marks and apostrophes of a text and what the characters around each say about it. O(n).
struct QuoteScan {
    private let text: UTF8Text
    private let rules: ApostropheRules
    /// Words written onto a quotation's beginning (Arabic "و", Amharic "የ") and onto its end.
    private let before: [UTF8Text]
    private let after: [UTF8Text]
    /// Families looked for: corner brackets are quotation marks only where the language's own are.
    private let families: Set<QuoteMark.Family>
    /// The language's own marks.
    private let own: [CLDRConventions.Pair]

    init(_ text: UTF8Text, _ rules: ApostropheRules, _ data: ConventionData, own: [CLDRConventions.Pair]) {
        self.text = text
        self.rules = rules
        self.own = own
        families = Set(
            [.double, .single, .guillemet, .singleGuillemet] + own.compactMap { QuoteMark.family(of: $0.open) })
        before = data.words("before-quotation").compactMap(\.first)
        after = data.words("after-quotation").compactMap(\.first)
    }

    /// The marks in order.
    func marks() -> [QuoteMark] {
        var marks: [QuoteMark] = []
        var offset = 0
        let bytes = text.bytes
        while let start = bytes[offset...].firstIndex(where: QuoteMark.maySignal) {
            var end = start
            var run: [QuoteMark] = []
            while end < text.count, let mark = mark(at: end) {
                run.append(mark)
                end = mark.range.upperBound
            }
            if run.isEmpty {
                offset = start + text.scalar(at: start).length
                continue
            }
            decide(&run)
            marks += run
            offset = end
        }
        return marks
    }

    private func mark(at offset: Int) -> QuoteMark? {
        guard QuoteMark.maySignal(text.bytes[offset]) else { return nil }
        let (scalar, length) = text.scalar(at: offset)
        guard let family = QuoteMark.family(of: scalar), families.contains(family) else { return nil }
        return QuoteMark(scalar: scalar, range: offset..<offset + length, family: family, role: .none)
    }

    /// Decides on marks that stand side by side; they share what is before and behind them.
    private func decide(_ run: inout [QuoteMark]) {
        guard let first = run.first, let last = run.last else { return }
        let start = first.range.lowerBound
        let end = last.range.upperBound
        var previous = start > 0 ? text.scalar(before: start).scalar : nil
        let next = end < text.count ? text.scalar(at: end).scalar : nil
        for index in run.indices {
            // "l'«Europe»": the first of several marks inside a word is its apostrophe.
            if index == 0, run.count > 1, run[0].family == .single, previous?.isWordPart == true,
                next?.isWordPart == true, run[1].family != .single
            {
                run[0].role = .apostrophe
                previous = "-"
                continue
            }
            // Doubled straight marks ('', "") are escapes or empty, or stand for one of another kind.
            if (index > 0 && run[index - 1].scalar == run[index].scalar
                || index + 1 < run.count && run[index + 1].scalar == run[index].scalar)
                && QuoteMark.shape(of: run[index].scalar) == .either
            {
                // Behind a word they may end two quotations: ООО "Компания "Ромашка"".
                if run.count == 2, run[0].family == .double, decisive(previous, next, run[1]) == .closing,
                    previous?.kind != .digit
                {
                    run[index].role = .closing
                    run[index].isDoubled = true
                }
                continue
            }
            run[index].role =
                run[index].family == .single
                ? single(run[index], previous, next, isLast: index + 1 == run.count)
                : double(run[index], previous, next)
            if run[index].role == .closing, let previous {
                let isPrime = previous.kind == .digit && QuoteMark.shape(of: run[index].scalar) != .opening
                run[index].isWeak =
                    index == 0
                    && (isPrime && run[index].family.rawValue <= QuoteMark.Family.single.rawValue
                        || run[index].family == .single && rules.mayBeFinal(after: start, in: text))
            }
        }
    }

    private func single(
        _ mark: QuoteMark, _ previous: Unicode.Scalar?, _ next: Unicode.Scalar?, isLast: Bool
    ) -> QuoteMark.Role {
        let isAfterWord = previous?.isWordPart == true
        let isBeforeWord = next?.isWordPart == true
        if isAfterWord, isBeforeWord {
            if previous?.isUnspaced == true || next?.isUnspaced == true { return QuoteMark.shape(of: mark.scalar) }
            return previous?.kind == .digit && next?.kind == .digit ? .none : .apostrophe
        }
        if isLast, isBeforeWord, mark.scalar != "‚", rules.isInitial(before: mark.range.upperBound, in: text) {
            return .apostrophe
        }
        let role = decisive(previous, next, mark) ?? QuoteMark.shape(of: mark.scalar)
        // A ’ that seems to open is an elision nobody listed, unless the language opens quotations so; a ‘ that seems to
        // close is a slip.
        if mark.scalar == "’", role == .opening, !own.contains(where: { $0.open == mark.scalar }) { return .apostrophe }
        if mark.scalar == "‘", role == .closing, !own.contains(where: { $0.close == mark.scalar }) { return .none }
        return role
    }

    private func double(_ mark: QuoteMark, _ previous: Unicode.Scalar?, _ next: Unicode.Scalar?) -> QuoteMark.Role {
        if let previous, let next, previous.isWordPart, next.isWordPart {
            if previous.isUnspaced || next.isUnspaced { return QuoteMark.shape(of: mark.scalar) }
            if QuoteMark.shape(of: mark.scalar) != .either { return QuoteMark.shape(of: mark.scalar) }
            let isBegun = before.contains { $0.bytes == text.wordBytes(before: mark.range.lowerBound) }
            let isEnded = after.contains { $0.bytes == text.wordBytes(after: mark.range.upperBound) }
            return isBegun && isEnded ? .either : isBegun ? .opening : isEnded ? .closing : .none
        }
        // Where guillemets are at home they point the way they mean.
        if mark.family != .double, own.contains(where: { $0.open == mark.scalar || $0.close == mark.scalar }) {
            return QuoteMark.shape(of: mark.scalar)
        }
        // The value of an attribute: name="value".
        if previous == "=", next?.isBlank != true { return .none }
        return decisive(previous, next, mark) ?? QuoteMark.shape(of: mark.scalar)
    }

    private func decisive(
        _ previous: Unicode.Scalar?, _ next: Unicode.Scalar?, _ mark: QuoteMark
    ) -> QuoteMark.Role? {
        var closes = QuoteContext.closes(before: next)
        let opens = QuoteContext.opens(after: previous)
        // A quotation may begin with an ellipsis.
        let isEllipsis =
            next == "…" || next == "." && text.bytes[mark.range.upperBound...].starts(with: [0x2E, 0x2E])
        if opens > 0, isEllipsis { closes = 0 }
        if opens == closes { return nil }
        // Marks that only ever open do not close, whatever is around them.
        if mark.scalar == "„" || mark.scalar == "‚" || mark.scalar == "‟" || mark.scalar == "‛" { return .opening }
        return opens > closes ? .opening : .closing
    }
}
