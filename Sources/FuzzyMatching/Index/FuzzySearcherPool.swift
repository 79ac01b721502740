internal import Synchronization

/// Searchers that rest between searches: making one costs as much as a search.
final class FuzzySearcherPool: Sendable {
    private let resting = Mutex<[FuzzySearcher]>([])
    private static let limit = 16

    func take(for index: FuzzyIndex) -> FuzzySearcher { resting.withLock { $0.popLast() } ?? FuzzySearcher(index) }

    func giveBack(_ searcher: FuzzySearcher) {
        resting.withLock { if $0.count < Self.limit { $0.append(searcher) } }
    }
}
