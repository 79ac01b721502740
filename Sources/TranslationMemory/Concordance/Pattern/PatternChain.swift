/// The places of a piece to which the pieces before it lead.
struct PatternChain {
    struct Place {
        var start: Int
        var end: Int
        /// The latest start of the whole.
        var origin: Int
        /// Index of the place before in the chain of the piece before.
        var previous: Int
    }

    /// Ascending.
    private(set) var places: [Place] = []

    init(starts: [Int], count: Int) {
        places = starts.map { Place(start: $0, end: $0 + count, origin: $0, previous: 0) }
    }

    /// Links the places of a piece with those before it. Both bounds of what a link allows ascend with the start, so that
    /// the best place before is the maximum of a window that slides. O(length).
    init(
        starts: [Int], piece: PatternPiece, behind previous: PatternChain, link: ConcordancePattern.Link,
        in text: ConcordanceText
    ) {
        let reach = LinkReach(link, piece, in: text)
        var window: [Int] = []
        var first = 0
        var next = 0
        for start in starts {
            guard let ends = reach.ends(before: start) else { continue }
            while next < previous.places.count, previous.places[next].end <= ends.upperBound {
                let origin = previous.places[next].origin
                while window.count > first, let last = window.last, previous.places[last].origin <= origin {
                    window.removeLast()
                }
                window.append(next)
                next += 1
            }
            while first < window.count, previous.places[window[first]].end < ends.lowerBound { first += 1 }
            guard first < window.count else { continue }
            let best = window[first]
            places.append(
                Place(start: start, end: start + piece.count, origin: previous.places[best].origin, previous: best))
        }
    }
}

/// Where the piece before a link may end.
struct LinkReach {
    private let link: ConcordancePattern.Link
    private let classes: [WordClass]
    /// For each element the start of its run of one class.
    private var runs: [Int] = []
    /// For each place how much the words before it weigh.
    private var weights: [Int] = []
    private let beginsInWord: Bool

    private static let wordWeight = 2
    /// Of a character of a script without spaces.
    private static let characterWeight = 1

    init(_ link: ConcordancePattern.Link, _ piece: PatternPiece, in text: ConcordanceText) {
        self.link = link
        classes = text.classes
        beginsInWord = piece.weak.first.map { WordClass($0) != .none } ?? false
        switch link {
        case .word:
            runs.reserveCapacity(text.count)
            for index in 0..<text.count {
                runs.append(index > 0 && classes[index] == classes[index - 1] ? runs[index - 1] : index)
            }
        case .gap:
            weights.reserveCapacity(text.count + 1)
            weights.append(0)
            for index in 0..<text.count {
                let weight =
                    switch classes[index] {
                    case .none: 0
                    case .spaced: index > 0 && classes[index - 1] == .spaced ? 0 : Self.wordWeight
                    case .unspaced: Self.characterWeight
                    }
                weights.append((weights.last ?? 0) + weight)
            }
        }
    }

    /// The places where the piece before may end, both bounds included; they ascend with the start.
    func ends(before start: Int) -> ClosedRange<Int>? {
        switch link {
        case .word(let minimum, let isOpen):
            let low = runStart(before: start)
            let high = start - minimum
            guard low <= high else { return nil }
            return (isOpen ? low : high)...high
        case .gap(let words):
            guard start > 0 else { return nil }
            let least = weights[start] - words * Self.wordWeight
            return weights.partitionIndex(below: least, to: start - 1)...(start - 1)
        }
    }

    /// Where the characters of one word begin that end at a place.
    private func runStart(before start: Int) -> Int {
        guard start > 0, classes[start - 1] != .none else { return start }
        if beginsInWord, classes[start - 1] != classes[start] { return start }
        return runs[start - 1]
    }
}

extension [Int] {
    /// The first index whose element is not below a value, at most a limit; elements ascend. O(log n).
    fileprivate func partitionIndex(below value: Int, to limit: Int) -> Int {
        var low = 0
        var high = limit
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
