internal import UnicodeText

/// Settles the dates of datelines by those a page gives for machines: which of two readings is meant, in which year.
struct ClaimedDates {
    private let claims: [(date: DateReading, rule: String)]

    /// When the page says the story was published, or else changed.
    var published: DateReading? { claims.first?.date }

    init(claims: PageClaims, reader: DateReader) {
        self.claims = claims.dates.compactMap { claim in
            let text = MachineDate.iso8601(claim.text).map { UTF8Text($0) } ?? claim.text
            let readings = text.count <= 80 ? reader.readings(in: text) : []
            return readings.count == 1 ? (readings[0], claim.rule) : nil
        }
    }

    /// A dateline keeps its own date where it has one; a claim of the same day is evidence for it.
    func settle(_ lines: inout [LabelledBlock]) {
        guard !claims.isEmpty else { return }
        for index in lines.indices where lines[index].block.kind == .dateline {
            let block = lines[index].block
            let own = block.date.map { [$0] } ?? block.dateReadings
            guard !own.isEmpty else { continue }
            for claim in claims {
                let day = claim.date.iso8601.prefix(10)
                guard let agreed = own.first(where: { Self.agrees($0, day) }) else { continue }
                lines[index].block.date = Self.completed(agreed, day)
                lines[index].block.dateReadings = []
                lines[index].note(claim.rule, 0)
                break
            }
        }
    }

    /// Whether a date, perhaps one without a year, is of the day.
    private static func agrees(_ date: String, _ day: Substring) -> Bool {
        let own = date.prefix(10)
        if own.utf8.elementsEqual(day.utf8) { return true }
        return own.utf8.starts(with: "XXXX".utf8) && own.utf8.dropFirst(4).elementsEqual(day.utf8.dropFirst(4))
    }

    private static func completed(_ date: String, _ day: Substring) -> String {
        date.utf8.starts(with: "XXXX".utf8) ? String(day.prefix(4)) + date.dropFirst(4) : date
    }
}
