/// When a memory made a unit and when it changed it last.
public struct UnitDates: Hashable, Sendable {
    public var created: Timestamp
    public var changed: Timestamp

    public init(created: Timestamp, changed: Timestamp) {
        self.created = created
        self.changed = changed
    }

    /// The unit with these dates as attributes (TMX 1.4b), unless it brought its own.
    func stamped(_ unit: TranslationUnit) -> TranslationUnit {
        guard unit.attributes["creationdate"] == nil else { return unit }
        var unit = unit
        unit.attributes["creationdate"] = created.basicDescription
        if changed != created, unit.attributes["changedate"] == nil {
            unit.attributes["changedate"] = changed.basicDescription
        }
        return unit
    }
}
