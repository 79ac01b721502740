internal import UnicodeText

/// Placeholders of software: `%s`, `%1$d`, `%(name)s`, `{0}`, `{name}`, `{{name}}`, `${name}`.
struct PlaceableRule: CheckRule {
    func check(_ unit: CheckUnit, _ report: (CheckFinding) -> Void) {
        let (source, target) = (unit.source.segment.text, unit.target.segment.text)
        let (ours, theirs) = (PlaceableScanner.places(in: source), PlaceableScanner.places(in: target))
        if ours.isEmpty && theirs.isEmpty { return }
        for range in Self.rest(ours, source, without: theirs, target) {
            report(
                CheckFinding(
                    .placeable, side: .source, range: range, message: "\(source[range]) is missing in the translation"))
        }
        for range in Self.rest(theirs, target, without: ours, source) {
            report(
                CheckFinding(.placeable, side: .target, range: range, message: "\(target[range]) is not in the source"))
        }
    }

    private static func rest(
        _ places: [ByteRange], _ text: UTF8Text, without others: [ByteRange], _ other: UTF8Text
    ) -> [ByteRange] {
        var counts = Dictionary(others.map { (other[$0], 1) }, uniquingKeysWith: +)
        return places.filter { range in
            let left = counts[text[range]] ?? 0
            counts[text[range]] = left - 1
            return left <= 0
        }
    }
}
