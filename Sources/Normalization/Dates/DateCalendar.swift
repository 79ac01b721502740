/// A calendar that press copy dates by; the raw value is CLDR's name of it.
public enum DateCalendar: String, Hashable, Sendable {
    case gregorian
    case ethiopic
    /// The Hijri calendar as Saudi Arabia counts it.
    case islamicUmmAlQura = "islamic-umalqura"
    case persian
    case buddhist
}
