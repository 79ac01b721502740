internal import UnicodeText

/// A line that is a date, with at most a label, a place of the clock and a source beside it.
struct DatelineRule {
    let words: PressWords
    let reader: DateReader

    /// The date if the line is a dateline; `nil` in the second place when its order cannot be known.
    func date(of line: LabelledBlock) -> (matches: Bool, iso8601: String?) {
        if let stamp = line.place.dateTime, line.features.words <= 16 {
            let readings = reader.readings(in: UTF8Text(stamp))
            if readings.count == 1 { return (true, readings[0].iso8601) }
        }
        guard line.features.words <= 16 else { return (false, nil) }
        let readings = reader.readings(in: line.block.text)
        guard let first = readings.first else { return (false, nil) }
        var rest =
            line.features.text.bytes[..<first.range.lowerBound] + [0x20]
            + line.features.text.bytes[first.range.upperBound...]
        for name in ["date-label", "zone"] {
            rest = remove(name, from: rest)
        }
        let left = UTF8Text(unchecked: Array(rest))
        var letters = 0
        for placed in left.placedScalars where placed.scalar.isLetter { letters += 1 }
        // What is left may name a source or a weekday, not tell a story.
        guard letters <= 24, Double(letters) <= 1.5 * Double(first.range.count) else { return (false, nil) }
        return (true, readings.count == 1 ? first.iso8601 : nil)
    }

    private func remove(_ name: String, from slice: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = UTF8Text(unchecked: Array(slice))
        // Longer labels first: "last updated" before "updated".
        for phrase in words[name].sorted(by: { $0.text.count > $1.text.count }) {
            let folded = (try? CaseMapping.fold(text)) ?? text
            guard folded.count == text.count, let range = folded.firstWholeWords(phrase.text) else { continue }
            text = UTF8Text(unchecked: Array(text.bytes[..<range.lowerBound]) + text.bytes[range.upperBound...])
        }
        return text.bytes[...]
    }
}
