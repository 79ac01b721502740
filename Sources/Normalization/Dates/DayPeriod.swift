/// A part of the day that a time is told by: "p.m.", "下午", "usiku".
struct DayPeriod: Hashable, Sendable {
    enum Part: String, Sendable {
        /// From midnight to noon.
        case am
        /// From noon to midnight.
        case pm
        /// Around noon: 10, 11, 12, 1 ... 5.
        case day
        /// Around midnight: 6 ... 11, 12, 1 ... 5.
        case night
    }

    var part: Part
    /// Whether the hours are counted from six o'clock, as in East Africa.
    var countsFromSix: Bool

    /// `pm`, or `night-6` for hours counted from six.
    init?(_ name: String) {
        let parts = name.split(separator: "-")
        guard let first = parts.first, let part = Part(rawValue: String(first)) else { return nil }
        self.part = part
        countsFromSix = parts.count > 1
    }

    /// The hour of the 24-hour clock; an hour above twelve already is one.
    func hour24(_ hour: Int) -> Int {
        guard hour <= 12 else { return hour }
        let inHalf = (countsFromSix ? hour + 6 : hour) % 12
        let isAfternoon =
            switch part {
            case .am: false
            case .pm: true
            case .day: inHalf < 9
            case .night: inHalf >= 6
            }
        return isAfternoon ? inHalf + 12 : inHalf
    }
}
