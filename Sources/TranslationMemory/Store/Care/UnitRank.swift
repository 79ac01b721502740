/// A unit's place among its duplicates.
struct UnitRank {
    let id: Int64
    private let date: DateStamp
    private let usage: Int

    /// - Parameter changed: When the memory was last told of the unit: its date where it has none of its own.
    init(_ unit: TranslationUnit, id: Int64, changed: Timestamp) {
        self.id = id
        usage = unit.usageCount
        let dates = ([unit.attributes] + unit.variants.map(\.attributes)).compactMap(\.lastDate)
        date = dates.max() ?? DateStamp(changed)
    }

    func isBefore(_ other: UnitRank, _ preference: DedupeOptions.Preference) -> Bool {
        switch preference {
        case .mostUsed where usage != other.usage: usage > other.usage
        case .newest, .mostUsed: date != other.date ? date > other.date : id > other.id
        case .oldest: date != other.date ? date < other.date : id < other.id
        }
    }
}

extension [Attribute] {
    /// When what has these attributes was last changed, or made.
    var lastDate: DateStamp? {
        [DateStamp(self["changedate"]), DateStamp(self["creationdate"])].compactMap { $0 }.max()
    }
}
