internal import UnicodeText

/// Attributes and annotations of several units, or of several variants, that become one.
///
/// What the first has stays, but for what counts and dates: the earliest `creationdate` with its `creationid`, the latest
/// `changedate` with its `changeid`, the latest `lastusagedate`, and `usagecount` (TMX 1.4b).
struct MetadataJoin {
    /// What two counts of uses make.
    enum Usage {
        /// Uses of two units.
        case sum
        /// Uses of one unit, counted in two places.
        case greatest
    }

    /// What an attribute says of its own unit alone.
    private static let ownNames: Set<UTF8Text> = ["segtype", "srclang", UTF8Text(RepeatedUnits.attribute)]

    private(set) var attributes: [Attribute]
    private(set) var annotations: [Annotation]
    private let usage: Usage
    private var names: Set<UTF8Text>
    private var known: Set<UTF8Text>

    init(_ attributes: [Attribute], _ annotations: [Annotation], usage: Usage) {
        self.attributes = attributes
        self.annotations = annotations
        self.usage = usage
        names = Set(attributes.map { UTF8Text($0.name) })
        known = Set(annotations.map(Self.key))
    }

    mutating func take(_ others: [Attribute], _ annotations: [Annotation]) {
        takeStamp("creationdate", "creationid", of: others) { $0 < $1 }
        takeStamp("changedate", "changeid", of: others) { $0 > $1 }
        takeStamp("lastusagedate", nil, of: others) { $0 > $1 }
        if others["usagecount"] != nil, attributes["usagecount"] != nil {
            let (one, two) = (attributes.usageCount, others.usageCount)
            let sum = one.addingReportingOverflow(two)
            let count = usage == .sum ? (sum.overflow ? Int.max : sum.partialValue) : max(one, two)
            if count != one { attributes["usagecount"] = String(count) }
        }
        for attribute in others
        where !Self.ownNames.contains(UTF8Text(attribute.name)) && names.insert(UTF8Text(attribute.name)).inserted {
            attributes.append(attribute)
        }
        for annotation in annotations where known.insert(Self.key(annotation)).inserted {
            self.annotations.append(annotation)
        }
    }

    private mutating func takeStamp(
        _ date: String, _ name: String?, of others: [Attribute], isBetter: (DateStamp, DateStamp) -> Bool
    ) {
        guard let new = DateStamp(others[date]), let old = DateStamp(attributes[date]), isBetter(new, old) else {
            return
        }
        attributes[date] = new.text
        guard let name else { return }
        attributes[name] = others[name]
        names.insert(UTF8Text(name))
    }

    private static func key(_ annotation: Annotation) -> UTF8Text {
        UTF8Text(unchecked: MetadataCoding.encode([annotation]) ?? [])
    }
}
