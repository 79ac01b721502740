internal import TranslationMemory
internal import UnicodeText

/// Brings a segment's codes into the form that validators of TMX 1.4b and level-1 readers accept.
enum TMXStrictCodes {
    /// The segment without blanks at its ends and without `hi`, its pairs paired, deprecated codes as placeholders.
    ///
    /// - Parameter keepsSubAttributes: Whether a `sub` keeps `datatype` and `type`.
    static func made(of segment: InlineText, keepsX: Bool, keepsSubAttributes: Bool) -> InlineText {
        let range = segment.text.trimmed(segment.text.all)
        if segment.codes.isEmpty, range == segment.text.all { return segment }
        let paired = pairedIndices(segment.codes)
        var codes: [InlineCode] = []
        for (index, code) in segment.codes.enumerated() {
            guard code.kind != .highlightStart, code.kind != .highlightEnd else { continue }
            var code = code
            code.position = min(max(code.position, range.lowerBound), range.upperBound) - range.lowerBound
            if code.kind == .unknown { code.kind = .placeholder }
            if code.kind == .beginPaired || code.kind == .endPaired, !paired.contains(index) {
                let place = code.kind == .beginPaired ? "begin" : "end"
                code.kind = .isolated
                code.attributes = code.attributes.filter { $0.name != "i" } + [Attribute("pos", place)]
            }
            code.attributes = code.attributes.filter { allowed(code.kind).contains($0.name) && isNumberIfNeeded($0) }
            if code.kind == .isolated, code.attributes["pos"] != "begin", code.attributes["pos"] != "end" {
                code.attributes["pos"] = "begin"
            }
            if !keepsX { code.attributes["x"] = nil }
            code.content = code.content.map { content in
                guard case .sub(let attributes, let inner) = content else { return content }
                return .sub(
                    attributes.filter { keepsSubAttributes && ["datatype", "type"].contains($0.name) },
                    made(of: inner, keepsX: false, keepsSubAttributes: keepsSubAttributes))
            }
            codes.append(code)
        }
        return InlineText(segment.text[range], codes: codes)
    }

    /// Whether all variants have the same `x` values: readers match codes across languages by them.
    static func haveEqualX(_ variants: [Variant]) -> Bool {
        // By their places, for a copy of each takes longer than all else here.
        if variants.indices.allSatisfy({ variants[$0].segment.codes.isEmpty }) { return true }
        let sets = variants.map { variant in
            variant.segment.codes.compactMap { code in
                code.attributes["x"].map { "\(code.kind.rawValue) \($0)" }
            }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
        guard let first = sets.first else { return true }
        return sets.allSatisfy { $0 == first && Set($0).count == $0.count }
    }

    /// Indices of begin and end codes that belong together by a number used once.
    private static func pairedIndices(_ codes: [InlineCode]) -> Set<Int> {
        var open: [String: Int] = [:]
        var used: Set<String> = []
        var paired: Set<Int> = []
        for (index, code) in codes.enumerated() {
            guard let number = code.attributes["i"], isNumber(number) else { continue }
            if code.kind == .beginPaired, used.insert(number).inserted {
                open[number] = index
            } else if code.kind == .endPaired, let begin = open.removeValue(forKey: number) {
                paired.formUnion([begin, index])
            }
        }
        return paired
    }

    private static func allowed(_ kind: InlineCode.Kind) -> Set<String> {
        switch kind {
        case .beginPaired: ["i", "x", "type"]
        case .endPaired: ["i"]
        case .isolated: ["pos", "x", "type"]
        case .placeholder: ["x", "assoc", "type"]
        case .unknown, .highlightStart, .highlightEnd: []
        }
    }

    private static func isNumberIfNeeded(_ attribute: Attribute) -> Bool {
        switch attribute.name {
        case "i", "x": isNumber(attribute.value)
        case "assoc": ["p", "f", "b"].contains(attribute.value)
        default: true
        }
    }

    private static func isNumber(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
}
