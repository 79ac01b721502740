internal import UnicodeText

/// Where ICU's dictionaries put words in scripts without blanks, about a place in a text.
///
/// A dictionary is no judge of names and new words: it is asked only about short terms, which stand by chance inside
/// longer words and across two of them.
final class DictionaryBreaks {
    private var boundaries: Boundaries?
    /// Opened when it is first asked for; of one that ICU does not have nobody asks again.
    private lazy var han = try? HanDictionary()
    /// Bytes of the text that were last looked at, and the ends of its words.
    private var known: ByteRange = 0..<0
    private var text = UnsafeRawPointer(bitPattern: 0)
    private var starts: [Int] = []

    /// Forgets the text that was last looked at.
    func reset() {
        known = 0..<0
        text = nil
    }

    enum Place {
        /// Whole words of the dictionary.
        case free
        /// A part of one word.
        case within
        /// Parts of two words.
        case across
    }

    /// How a term stands at a range.
    ///
    /// - Parameter run: characters of these scripts about it; what stands further away says nothing.
    func place(of range: ByteRange, in text: UnsafeRawBufferPointer, run: ByteRange) -> Place {
        if !(known.lowerBound <= run.lowerBound && known.upperBound >= run.upperBound && self.text == text.baseAddress)
        {
            if let han, han.read(text, run) {
                let size = HanDictionary.characterSize
                guard
                    han.isCrossed(
                        (range.lowerBound - run.lowerBound) / size, (range.upperBound - run.lowerBound) / size)
                else { return .free }
                starts = [run.lowerBound]
                for place in han.boundaries() { starts.append(run.lowerBound + place * size) }
                reset()
            } else {
                look(text, run)
            }
        }
        for index in starts.indices.dropLast() {
            let word = starts[index]..<starts[index + 1]
            guard word.overlaps(range) else { continue }
            if range.lowerBound <= word.lowerBound, word.upperBound <= range.upperBound { continue }
            return word.lowerBound <= range.lowerBound && range.upperBound <= word.upperBound ? .within : .across
        }
        return .free
    }

    /// Whether a compound stands at a range: whole words of the dictionary, or the beginning of a word of twice as many
    /// characters (中美关系, but not 中美洲).
    func isCompound(_ range: ByteRange, in text: UnsafeRawBufferPointer, run: ByteRange) -> Bool {
        switch place(of: range, in: text, run: run) {
        case .free: return true
        case .across: return false
        case .within:
            guard let index = starts.lastIndex(where: { $0 <= range.lowerBound }), index + 1 < starts.count else {
                return false
            }
            return starts[index] == range.lowerBound && starts[index + 1] >= range.lowerBound + 2 * range.count
        }
    }

    private func look(_ text: UnsafeRawBufferPointer, _ run: ByteRange) {
        if boundaries == nil { boundaries = try? Boundaries(.words) }
        known = run
        self.text = text.baseAddress
        starts = [run.lowerBound]
        boundaries?.forEach(in: UTF8Text(unchecked: Array(text[run]))) { piece, _ in
            starts.append(run.lowerBound + piece.upperBound)
        }
    }
}
