internal import UnicodeText

/// Sets paired quotation marks: straight ones, or those of the language by the depth they stand at.
///
/// Which mark opens and which closes is told by what stands around it. Marks without a partner, apostrophes and primes
/// are left alone, and so is a mark that is right already, with its spaces.
struct QuotationMarks: Step {
    private let style: Conventions.Quotes
    private let data: ConventionData
    private let levels: QuoteLevels?
    private let rules: ApostropheRules
    private let rule: String

    init(_ style: Conventions.Quotes, _ data: ConventionData) {
        self.style = style
        self.data = data
        levels = QuoteLevels(data)
        rules = ApostropheRules(data)
        rule = style == .straight ? "quotes:straight" : "quotes:\(data.language)"
    }

    func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        guard text.bytes.contains(where: QuoteMark.maySignal), style == .straight || levels != nil else {
            return (text, EditMap(identity: text.count))
        }
        let own = style == .straight ? [] : levels?.pairs ?? []
        let pairs = QuotePairs(QuoteScan(text, rules, data, own: own).marks(), in: text)
        var rewriter = TextRewriter(text)
        var depths: [Int] = []
        var end = 0
        for (index, mark) in pairs.marks.enumerated() {
            guard let partner = pairs.partners[index] else { continue }
            let opens = partner > index
            if opens { depths.append(depth(of: mark, inside: depths.last)) }
            guard let depth = opens ? depths.last : depths.popLast() else { continue }
            let wanted = pair(at: depth)
            let scalar = opens ? wanted.open : wanted.close
            if scalar == mark.scalar { continue }
            var bytes: [UInt8] = []
            let range = replacement(of: mark, by: scalar, opens: opens, in: text, from: end, &bytes)
            rewriter.replace(range, with: bytes, rule: rule)
            end = range.upperBound
        }
        return rewriter.finish()
    }

    /// Single marks outermost stay single where the language has single marks.
    private func depth(of mark: QuoteMark, inside outer: Int?) -> Int {
        if let outer { return outer + 1 }
        guard mark.family.isSingle else { return 0 }
        return style == .straight ? 1 : levels?.single ?? 0
    }

    private func pair(at depth: Int) -> CLDRConventions.Pair {
        if style == .language, let levels { return levels.pairs[depth % levels.pairs.count] }
        return depth % 2 == 0
            ? CLDRConventions.Pair(open: "\"", close: "\"") : CLDRConventions.Pair(open: "'", close: "'")
    }

    /// The mark with the blanks inside the quotation that change with it: guillemets bring and take theirs.
    private func replacement(
        of mark: QuoteMark, by scalar: Unicode.Scalar, opens: Bool, in text: UTF8Text, from limit: Int,
        _ bytes: inout [UInt8]
    ) -> ByteRange {
        let space = style == .language && Self.isGuillemet(scalar) ? levels?.innerSpace : nil
        guard space != nil || Self.isGuillemet(mark.scalar) else {
            bytes.append(scalar)
            return mark.range
        }
        if opens {
            bytes.append(scalar)
            if let space { bytes.append(space) }
            return mark.range.lowerBound..<text.endOfBlanks(from: mark.range.upperBound)
        }
        if let space { bytes.append(space) }
        bytes.append(scalar)
        return max(limit, text.startOfBlanks(before: mark.range.lowerBound))..<mark.range.upperBound
    }

    private static func isGuillemet(_ scalar: Unicode.Scalar) -> Bool {
        switch QuoteMark.family(of: scalar) {
        case .guillemet, .singleGuillemet: true
        default: false
        }
    }
}
