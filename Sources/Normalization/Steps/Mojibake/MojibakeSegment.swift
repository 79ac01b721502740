internal import UnicodeText

/// A line of text, or what of it fits, while its misreadings are undone layer by layer.
///
/// In each round the encoding is taken whose reading makes the neighbours most probable. A run of sequences that gains
/// enough by itself is certain, and makes others of the same encoding in the line certain that gain little.
struct MojibakeSegment {
    /// The encodings a character was misread in, one a bit; 0 for one that is as it came.
    typealias Layers = UInt32

    let encodings: MisreadEncodings
    private(set) var scalars: [UInt32] = []
    private(set) var numbers: [Int] = []
    /// Bytes of the source that each character came from.
    private(set) var starts: [Int] = []
    private(set) var ends: [Int] = []
    private(set) var layers: [Layers] = []
    /// Bytes of characters that mean nothing and are gone.
    private(set) var removed: [(bytes: ByteRange, layers: Layers)] = []
    /// Traits of the characters, with two blanks before and after.
    private var traits: [CharacterTraits] = []
    private var candidate: [CharacterTraits] = []

    var count: Int { scalars.count }

    init(encodings: MisreadEncodings) { self.encodings = encodings }

    /// Gain of a run that is certain without any other in the line.
    private static let certain = 20
    /// Gain that counts as evidence beside other runs, and how much of it is enough.
    private static let evidence = 10
    private static let enoughEvidence = 40
    /// Gain that is enough where the line is known to be misread.
    private static let known = 2
    /// The same where there is more evidence than one run.
    private static let even = -2
    /// Evidence that leaves no doubt, and the loss of a run that is borne then: words of one small letter and the like.
    private static let overwhelming = 120
    private static let bearable = -6
    private static let maximumRounds = 12

    mutating func load(_ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) {
        scalars.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        removed.removeAll()
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (value, length) = decode(bytes, offset)
            scalars.append(value)
            starts.append(offset)
            offset += length
            ends.append(offset)
        }
        layers = [Layers](repeating: 0, count: scalars.count)
        describe()
    }

    private mutating func describe() {
        numbers.removeAll(keepingCapacity: true)
        traits.removeAll(keepingCapacity: true)
        traits.append(.blank)
        traits.append(.blank)
        for scalar in scalars {
            numbers.append(encodings.number(of: scalar))
            traits.append(CharacterTraits.traits(of: scalar))
        }
        traits.append(.blank)
        traits.append(.blank)
    }

    /// Whether anything in the segment might be a misreading; cheaper than `repair`.
    mutating func isSuspect() -> Bool {
        if scalars.contains(where: { 0x80...0x9F ~= $0 }) { return true }
        for encoding in candidates() where runs(in: encoding, trust: .marked).contains(where: { $0.gain >= 8 }) {
            return true
        }
        return false
    }

    /// Undoes what is certain, and says whether there was any.
    mutating func repair() -> Bool {
        var changed = false
        var knownEncodings: Layers = 0
        for _ in 0..<Self.maximumRounds {
            var best: (gain: Int, encoding: Int, sequences: [MisreadSequence]) = (0, 0, [])
            for encoding in candidates(and: knownEncodings) {
                let (gain, sequences) = reading(in: encoding, isKnown: knownEncodings & 1 << Layers(encoding) != 0)
                let preference = sequences.isEmpty ? 0 : max(1, gain - MisreadEncodings.priors[encoding])
                if preference > best.gain { best = (preference, encoding, sequences) }
            }
            if !best.sequences.isEmpty {
                replace(best.sequences, layer: 1 << Layers(best.encoding))
                knownEncodings |= 1 << Layers(best.encoding)
            } else if let vowels = MacintoshVowels.found(in: self) {
                replace(vowels, layer: Self.macintosh)
            } else if let controls = LatinControls.found(in: self) {
                replace(controls, layer: Self.latinControl)
            } else {
                break
            }
            changed = true
        }
        return changed
    }

    private static let macintosh: Layers =
        1 << Layers(MisreadEncodings.names.firstIndex(of: SingleByteEncoding.macRoman.name) ?? 0)
    /// The bit of C1 controls that stand for characters of windows-1252.
    static let latinControl: Layers = 1 << 31

    /// The encodings in which some character may start a sequence and the next may continue it.
    private func candidates(and known: Layers = 0) -> [Int] {
        guard count > 1 else { return [] }
        var mask = known
        for index in 1..<count {
            let lead = encodings.leads[numbers[index - 1]]
            if lead == 0 { continue }
            mask |= lead & encodings.tails[numbers[index]]
            if scalars[index - 1] == 0xC3, scalars[index] == 0x20 { mask |= 1 }
        }
        var result: [Int] = []
        while mask != 0 {
            result.append(mask.trailingZeroBitCount)
            mask &= mask - 1
        }
        return result
    }

    private struct Run {
        var sequences: [MisreadSequence]
        var gain: Int
        /// Whether something had to be filled in.
        var isDoubtful: Bool { sequences.contains { $0.isDoubtful } }
    }

    /// What is certain in one encoding, and what it gains together.
    private mutating func reading(in encoding: Int, isKnown: Bool) -> (gain: Int, sequences: [MisreadSequence]) {
        let plain = runs(in: encoding, trust: .marked)
        let strongest = plain.map(\.gain).max() ?? 0
        let evidence = plain.reduce(0) { $0 + ($1.gain >= Self.evidence ? $1.gain : 0) }
        guard isKnown || strongest >= Self.certain || evidence >= Self.enoughEvidence else { return (0, []) }
        let enough =
            evidence >= Self.overwhelming ? Self.bearable : evidence >= Self.enoughEvidence ? Self.even : Self.known
        var gain = 0
        var sequences: [MisreadSequence] = []
        for run in runs(in: encoding, trust: .known) {
            let wanted = isPlain(run) ? Self.certain : run.isDoubtful ? Self.known : enough
            if run.gain > wanted {
                gain += run.gain
                sequences.append(contentsOf: run.sequences)
            } else if run.sequences.count > 1 {
                // A good word's end and a misreading may stand together.
                for sequence in run.sequences {
                    let alone = self.gain(of: [sequence], in: encoding)
                    guard alone >= Self.certain else { continue }
                    gain += alone
                    sequences.append(sequence)
                }
            }
        }
        return (gain - Self.inconsistency(of: sequences, in: encoding), sequences)
    }

    /// One reader shows the bytes 0x80...0x9F as controls or as characters, not both. The windows encodings but the
    /// first differ from ISO 8859 elsewhere too, so that controls speak against them.
    private static func inconsistency(of sequences: [MisreadSequence], in encoding: Int) -> Int {
        var controls = 0
        var specials = 0
        for sequence in sequences {
            controls += sequence.controls
            specials += sequence.specials
        }
        return 5 * min(controls, specials) + (encoding == 0 ? 0 : controls)
    }

    /// Letters of the Latin script, and of the Greek and Cyrillic ones, outside the runs.
    private func letters(outside runs: [Run]) -> (latin: Int, others: Int) {
        var latin = 0
        var others = 0
        var index = 0
        var next = runs[...]
        while index < count {
            if let run = next.first, let first = run.sequences.first, let last = run.sequences.last,
                first.range.lowerBound <= index
            {
                index = max(index + 1, last.range.upperBound)
                next.removeFirst()
                continue
            }
            let here = traits[index + 2]
            if here.isWord, here.script != 0 {
                if here.script == CharacterTraits.latin { latin += 1 } else { others += 1 }
            }
            index += 1
        }
        return (latin, others)
    }

    /// One sequence shown as small letters, as any word is.
    private func isPlain(_ run: Run) -> Bool {
        guard run.sequences.count == 1, let range = run.sequences.first?.range else { return false }
        return traits[range.lowerBound + 2..<range.upperBound + 2].allSatisfy {
            $0.role == .lower && $0.script != CharacterTraits.latin
        }
    }

    /// Greek or Cyrillic that is nowhere else in a Latin line and is just a sequence of bytes.
    private func isForeign(_ run: Run) -> Bool {
        guard let first = run.sequences.first, let last = run.sequences.last else { return false }
        return traits[first.range.lowerBound + 2..<last.range.upperBound + 2].contains {
            $0.isWord && ($0.script == CharacterTraits.greek || $0.script == CharacterTraits.cyrillic)
        }
    }

    /// Sequences that follow each other without a gap.
    private mutating func runs(in encoding: Int, trust: MisreadSequence.Trust) -> [Run] {
        var result: [Run] = []
        var index = 0
        while index < count {
            guard numbers[index] != 0, let first = sequence(at: index, in: encoding, trust: trust) else {
                index += 1
                continue
            }
            var sequences = [first]
            index = first.range.upperBound
            // What was filled in is judged by itself, and once more when its neighbours have been put right.
            while !first.isDoubtful, index < count, let next = sequence(at: index, in: encoding, trust: trust),
                !next.isDoubtful
            {
                sequences.append(next)
                index = next.range.upperBound
            }
            for place in sequences.indices { BlankAfterGrave.settle(&sequences[place], in: self) }
            index = sequences.last?.range.upperBound ?? index
            result.append(Run(sequences: sequences, gain: gain(of: sequences, in: encoding)))
        }
        if result.contains(where: { isForeign($0) }) {
            let (latin, others) = letters(outside: result)
            if latin >= 10, others == 0 {
                for place in result.indices where isForeign(result[place]) { result[place].gain += 15 }
            }
        }
        return result
    }

    /// How much less improbable the neighbours are when sequences that follow each other are read as meant.
    ///
    /// What comes out may be a misreading itself, as improbable as what went in: then it is judged by what it comes to.
    private mutating func gain(of sequences: [MisreadSequence], in encoding: Int) -> Int {
        guard let first = sequences.first, let last = sequences.last else { return 0 }
        let range = first.range.lowerBound..<last.range.upperBound
        let start = range.lowerBound + 2
        let end = range.upperBound + 2
        var shown = 0
        for index in start - (range.lowerBound > 0 ? 1 : 0)...end where index + 1 < traits.count {
            shown += NeighbourCost.cost(traits, at: index)
        }
        var meant = sequences.map(\.meant)
        var cost = self.cost(of: meant, at: range)
        while let next = encodings.undone(meant, in: encoding) {
            meant = next
            cost = min(cost, self.cost(of: meant, at: range))
        }
        return shown - cost - sequences.reduce(0) { $0 + $1.doubt }
    }

    /// The cost of characters in the place of others, and of their neighbours on both sides.
    private mutating func cost(of meant: [UInt32], at range: Range<Int>) -> Int {
        let start = range.lowerBound + 2
        let end = range.upperBound + 2
        candidate.removeAll(keepingCapacity: true)
        // Two characters of context, and one more to judge the neighbour by.
        candidate.append(start >= 3 ? traits[start - 3] : .blank)
        candidate.append(traits[start - 2])
        candidate.append(traits[start - 1])
        for scalar in meant { candidate.append(CharacterTraits.traits(of: scalar)) }
        candidate.append(traits[end])
        candidate.append(traits[end + 1])
        var cost = 0
        for index in (range.lowerBound > 0 ? 2 : 3)...candidate.count - 2 {
            cost += NeighbourCost.cost(candidate, at: index)
        }
        return cost
    }

    /// Puts what was meant in the place of characters of the segment; sequences must be in order.
    private mutating func replace(_ sequences: [MisreadSequence], layer: Layers) {
        var target = 0
        var next = 0
        var index = 0
        while index < count {
            if next < sequences.count, sequences[next].range.lowerBound == index {
                let range = sequences[next].range
                let start = starts[range.lowerBound]
                let end = ends[range.upperBound - 1]
                let layer = range.reduce(layer) { $0 | layers[$1] }
                index = range.upperBound
                next += 1
                if sequences[next - 1].meant == MisreadSequence.nothing {
                    removed.append((start..<end, layer))
                    continue
                }
                scalars[target] = sequences[next - 1].meant
                layers[target] = layer
                starts[target] = start
                ends[target] = end
            } else {
                scalars[target] = scalars[index]
                layers[target] = layers[index]
                starts[target] = starts[index]
                ends[target] = ends[index]
                index += 1
            }
            target += 1
        }
        scalars.removeLast(count - target)
        starts.removeLast(starts.count - target)
        ends.removeLast(ends.count - target)
        layers.removeLast(layers.count - target)
        describe()
    }
}

/// Decodes one scalar of valid UTF-8. O(1).
@inline(__always)
func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | UInt32(bytes[offset + 1]) & 0x3F, 2) }
    let second = UInt32(bytes[offset + 1]) & 0x3F
    let third = UInt32(bytes[offset + 2]) & 0x3F
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[offset + 3]) & 0x3F, 4)
}
