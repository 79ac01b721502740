internal import TranslationMemory
internal import UnicodeText

/// Inline codes: the translation must have those of the source, each as often, in whatever order.
struct CodeRule: CheckRule {
    func check(_ unit: CheckUnit, _ report: (CheckFinding) -> Void) {
        let (source, target) = (unit.source.segment, unit.target.segment)
        if source.codes.isEmpty && target.codes.isEmpty { return }
        // A side whose codes have no names is compared by their number alone.
        let names = Self.names(source.codes).flatMap { one in Self.names(target.codes).map { (one, $0) } }
        let (ours, theirs) =
            names ?? (source.codes.map { Self.kind($0.kind) }, target.codes.map { Self.kind($0.kind) })
        for (code, name) in Self.rest(zip(source.codes, ours), without: theirs) {
            report(
                CheckFinding(
                    .code, side: .source, range: code.position..<code.position,
                    message: "the code \(name) is missing in the translation"))
        }
        for (code, name) in Self.rest(zip(target.codes, theirs), without: ours) {
            report(
                CheckFinding(
                    .code, side: .target, range: code.position..<code.position,
                    message: "the code \(name) is not in the source"))
        }
    }

    private static func rest(
        _ codes: some Sequence<(InlineCode, String)>, without others: [String]
    ) -> [(InlineCode, String)] {
        var counts = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
        return codes.filter { _, name in
            let left = counts[name] ?? 0
            counts[name] = left - 1
            return left <= 0
        }
    }

    /// The kind and what tells a code from others: `x` of TMX, `id` of XLIFF; `nil` unless every code has one. The end of
    /// a pair goes with its beginning.
    private static func names(_ codes: [InlineCode]) -> [String]? {
        let names = codes.compactMap { code in
            code.kind == .endPaired
                ? kind(code.kind)
                : (code.attributes["x"] ?? code.attributes["id"]).map { "\(kind(code.kind)) \($0)" }
        }
        return names.count == codes.count ? names : nil
    }

    /// What tools write for one another is alike: a placeholder may be `ph` or the deprecated `ut`.
    private static func kind(_ kind: InlineCode.Kind) -> String {
        kind == .unknown ? InlineCode.Kind.placeholder.rawValue : kind.rawValue
    }
}
