internal import UnicodeText

/// The quotation marks of a language from the outermost to the innermost, and the space inside guillemets.
struct QuoteLevels: Sendable {
    let pairs: [CLDRConventions.Pair]
    /// Set where the language puts a space inside guillemets.
    let innerSpace: Unicode.Scalar?

    /// `nil` when nothing is known of the language.
    init?(_ data: ConventionData) {
        func own(_ key: UTF8Text) -> CLDRConventions.Pair? {
            guard let words = data.value("quotes", key), words.count == 2,
                let open = ConventionData.scalar(words[0]), let close = ConventionData.scalar(words[1])
            else { return nil }
            return CLDRConventions.Pair(open: open, close: close)
        }
        let known = CLDRConventions.quotationMarks(in: data.language)
        guard let outer = own("outer") ?? known?.outer, let inner = own("inner") ?? known?.inner else { return nil }
        var pairs = [outer]
        for pair in [inner, own("innermost")].compactMap({ $0 }) where !pairs.contains(pair) { pairs.append(pair) }
        self.pairs = pairs
        innerSpace = data.value("quotes", "space")?.first.flatMap(ConventionData.scalar)
    }

    /// The level single marks have where they are outermost: the first that has single marks, else the outermost.
    var single: Int { pairs.firstIndex { QuoteMark.family(of: $0.open)?.isSingle == true } ?? 0 }
}
