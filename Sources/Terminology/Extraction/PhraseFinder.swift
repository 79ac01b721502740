public import UnicodeText

/// Finds candidates in other texts of their language, in any form of the same stems.
///
/// Belongs to one task at a time.
public final class PhraseFinder {
    private let tokenizer: ExtractionTokenizer
    /// By the stem of its first word.
    private var phrases: [Int32: [(key: [Int32], candidate: Int)]] = [:]
    /// Words seen so far.
    public private(set) var wordCount = 0

    public init(_ candidates: [TermCandidate], of extractor: TermExtractor) {
        tokenizer = extractor.tokenizer
        for (index, candidate) in candidates.enumerated() {
            for key in candidate.keys { phrases[key[0], default: []].append((key, index)) }
        }
    }

    /// Calls `found` with the index of each candidate at each of its places. O(words).
    public func forEach(in text: UTF8Text, _ found: (Int) -> Void) {
        var stems: [Int32] = []
        tokenizer.forEachWord(of: text) { range, _, _ in
            let word = text[range]
            // A word the table does not have is in no candidate.
            stems.append(tokenizer.table.stem(of: (try? CaseMapping.fold(word)) ?? word) ?? -1)
        }
        wordCount += stems.count
        for start in stems.indices {
            for phrase in phrases[stems[start]] ?? [] where stems[start...].starts(with: phrase.key) {
                found(phrase.candidate)
            }
        }
    }
}
