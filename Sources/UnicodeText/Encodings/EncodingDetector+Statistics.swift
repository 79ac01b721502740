extension EncodingDetector {
    /// What letter pairs say, and what the text says of itself where they do not contradict it.
    static func statistics(_ bytes: [UInt8]) -> Guess? {
        let sample = EncodingSample(bytes)
        let scorer = EncodingScorer(sample, model: .shared)
        let scores = scorer.scores()
        guard let best = scores.max(by: { $0.logarithm < $1.logarithm }) else { return nil }
        if let declared = declared(bytes, sample, scores, best) { return declared }
        let same = equivalents(of: best, in: scores, sample)
        // The candidates are in the order of preference, and of equal texts the first is named.
        let named = scores.first { score in same.contains { $0.utf8.elementsEqual(score.candidate.name.utf8) } } ?? best
        let rival = scores.reduce(-Float.infinity) { result, score in
            same.contains { $0.utf8.elementsEqual(score.candidate.name.utf8) } ? result : max(result, score.logarithm)
        }
        return Guess(
            encoding: named.candidate.name, confidence: confidence(best, over: rival, sample, variety: scorer.variety),
            evidence: .statistics, equivalents: same.filter { !$0.utf8.elementsEqual(named.candidate.name.utf8) })
    }

    /// From the distance to the next best text, and from how far the text is from any that a language has: bytes without
    /// sense have a best answer as well.
    private static func confidence(
        _ best: EncodingScorer.Score, over rival: Float, _ sample: EncodingSample, variety: Int
    ) -> Double {
        let certainty = 1 - 0.5 * power(-Double(best.logarithm - rival) / 6)
        // A letter of text costs 3 to 7, of noise 10 and more; a handful of characters prove nothing either way.
        let mean = (Double(best.logarithm) + 10) / Double(max(1, sample.highCount))
        var sense = min(1, max(0.05, (mean + 11) / 4))
        // No text repeats itself so.
        if !hasLetters(sample, best) || variety < min(5, sample.highCount / 10) { sense *= 0.3 }
        return certainty * sense * 0.99
    }

    private static func hasLetters(_ sample: EncodingSample, _ best: EncodingScorer.Score) -> Bool {
        if (0x41...0x7A).contains(where: { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A && sample.counts[$0] > 0 }) {
            return true
        }
        guard let table = best.table else { return true }
        return (0x80...0xFF).contains { sample.counts[$0] > 0 && Unicode.Scalar(table[$0])?.isLetter ?? false }
    }

    /// e to the power of x for x up to 0, near enough, without a library of mathematics.
    private static func power(_ x: Double) -> Double {
        guard x > -40 else { return 0 }
        var result = 1 + x / 1024
        for _ in 0..<10 { result *= result }
        return result
    }

    /// Names of all candidates that make the same text of the file as this one does, itself among them.
    private static func equivalents(
        of best: EncodingScorer.Score, in scores: [EncodingScorer.Score], _ sample: EncodingSample
    ) -> [String] {
        if let table = best.table {
            return scores.filter { score in
                guard let other = score.table else { return false }
                return (0x80...0xFF).allSatisfy { sample.counts[$0] == 0 || table[$0] == other[$0] }
            }.map { $0.candidate.name }
        }
        guard let text = EncodingTables.decode(sample.bytes, best.candidate.name) else { return [best.candidate.name] }
        return scores.filter { score in
            guard score.table == nil, score.invalid == best.invalid else { return false }
            return EncodingTables.decode(sample.bytes, score.candidate.name) == text
        }.map { $0.candidate.name }
    }

    /// The declared encoding, if the bytes decode in it and letter pairs do not speak flatly against it.
    private static func declared(
        _ bytes: [UInt8], _ sample: EncodingSample, _ scores: [EncodingScorer.Score], _ best: EncodingScorer.Score
    ) -> Guess? {
        guard let written = DeclaredEncoding.find(bytes), let name = CharacterDecoder.canonicalName(written) else {
            return nil
        }
        guard let score = scores.first(where: { isSame($0.candidate.name, name) }) ?? nil else {
            return unscored(name, sample)
        }
        // A standard stands for the code page that extends it, as browsers take it.
        let same = equivalents(of: score, in: scores, sample)
        let distance = best.logarithm - score.logarithm
        guard score.invalid == 0, distance < 20 || distance < 1.5 * Float(sample.highCount) else { return nil }
        let agrees = same.contains { $0.utf8.elementsEqual(best.candidate.name.utf8) }
        return Guess(
            encoding: score.candidate.name, confidence: agrees ? 0.99 : 0.8, evidence: .declared,
            equivalents: same.filter { !$0.utf8.elementsEqual(score.candidate.name.utf8) })
    }

    private static func isSame(_ candidate: String, _ canonical: String) -> Bool {
        CharacterDecoder.canonicalName(candidate)?.utf8.elementsEqual(canonical.utf8) ?? false
    }

    /// A declared encoding that statistics know nothing of: believed if all of the sample decodes.
    private static func unscored(_ name: String, _ sample: EncodingSample) -> Guess? {
        guard let text = EncodingTables.decode(sample.bytes, name), !text.isEmpty,
            !text.contains(where: { $0 == 0xFFFD || (0x80...0x9F).contains($0) }),
            text.contains(where: { $0 >= 0x80 })
        else { return nil }
        // UTF-16 in a text whose declaration could be read as ASCII is a mistake.
        guard !name.utf8.starts(with: "UTF-".utf8) else { return nil }
        return Guess(encoding: name, confidence: 0.7, evidence: .declared)
    }
}
