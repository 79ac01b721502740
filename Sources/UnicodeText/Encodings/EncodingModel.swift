/// What statistics know: the encodings to choose from, and the letter pairs and characters of languages.
///
/// Read from `encodings.txt` and `encodings-letters.txt` when the first text needs it, never before.
struct EncodingModel: Sendable {
    /// A row of `encodings.txt`.
    struct Candidate: Sendable {
        let name: String
        /// Added to the logarithm of the text's probability.
        let prior: Float
        let languages: [String]
    }

    /// Frequencies of single characters of a script with thousands of them.
    struct Characters: Sendable {
        /// Logarithm by character, from `first` on; 0 where the list has none.
        let logarithms: [Float]
        static let first: UInt32 = 0x3000

        subscript(_ value: UInt32) -> Float {
            let index = Int(value) - Int(Self.first)
            return index >= 0 && index < logarithms.count ? logarithms[index] : 0
        }
    }

    let singleByte: [SingleByteEncoding]
    let multiByte: [Candidate]
    let pairs: [String: LetterPairs]
    let characters: [String: Characters]
    let signs: EncodingSigns

    static let shared = EncodingModel()

    /// Levels of the data are exponents in steps of a fifth.
    static let step: Float = 0.2

    private init() {
        var pairs: [String: LetterPairs] = [:]
        var characters: [String: Characters] = [:]
        if let bytes = LanguageData.file("unicodetext/encodings-letters.txt") {
            for section in SectionedFile(bytes).sections {
                let head = section.name.split(separator: " ")
                guard head.count == 2 else { continue }
                let language = String(head[1])
                if head[0].utf8.elementsEqual("pairs".utf8) {
                    pairs[language] = LetterPairs(section.lines)
                } else {
                    characters[language] = Self.characters(section.lines)
                }
            }
        }
        self.pairs = pairs
        self.characters = characters
        guard let bytes = LanguageData.file("unicodetext/encodings.txt") else {
            (singleByte, multiByte, signs) = ([], [], EncodingSigns(common: [:], between: [:]))
            return
        }
        let file = SectionedFile(bytes)
        let signs = EncodingSigns(common: Self.costs(file.lines("signs")), between: Self.costs(file.lines("between")))
        let without = Self.ranges(file.lines("without"))
        singleByte = file.lines("single-byte").compactMap(Self.candidate).compactMap {
            SingleByteEncoding($0, without: without[$0.name], pairs: pairs, signs: signs)
        }
        multiByte = file.lines("multi-byte").compactMap(Self.candidate)
        self.signs = signs
    }

    /// Lines of an encoding and the first and last byte, hexadecimal, that it does not have.
    private static func ranges(_ lines: [UTF8Text]) -> [String: ClosedRange<Int>] {
        var result: [String: ClosedRange<Int>] = [:]
        for line in lines {
            let fields = fields(line)
            guard fields.count == 3, let first = Int(fields[1], radix: 16), let last = Int(fields[2], radix: 16),
                first >= 0x80, first <= last, last <= 0xFF
            else { continue }
            result[fields[0]] = first...last
        }
        return result
    }

    /// Lines of a cost and the characters that have it.
    private static func costs(_ lines: [UTF8Text]) -> [UInt32: Float] {
        var result: [UInt32: Float] = [:]
        for line in lines {
            let fields = fields(line)
            guard let cost = fields.first.flatMap({ Float($0) }) else { continue }
            for value in fields.dropFirst().compactMap(scalar) { result[value] = -cost }
        }
        return result
    }

    private static func fields(_ line: UTF8Text) -> [String] {
        line.bytes.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func candidate(_ line: UTF8Text) -> Candidate? {
        let fields = fields(line)
        guard fields.count >= 3, let loss = Float(fields[1]) else { return nil }
        return Candidate(name: fields[0], prior: -loss, languages: Array(fields[2...]))
    }

    /// A character itself, or `\uXXXX`.
    private static func scalar(_ field: String) -> UInt32? {
        let scalars = Array(field.unicodeScalars)
        if scalars.count == 6, scalars[0] == "\\" { return UInt32(field.dropFirst(2), radix: 16) }
        return scalars.count == 1 ? scalars[0].value : nil
    }

    private static func characters(_ lines: [UTF8Text]) -> Characters {
        var logarithms: [Float] = []
        for line in lines {
            var level: Float?
            for scalar in line.description.unicodeScalars where scalar != " " {
                guard let now = level else {
                    level = logarithm(UInt8(truncatingIfNeeded: scalar.value))
                    continue
                }
                guard scalar.value >= Characters.first, scalar.value < 0xE000 else { continue }
                let index = Int(scalar.value - Characters.first)
                if index >= logarithms.count {
                    logarithms.append(contentsOf: repeatElement(0, count: index + 1 - logarithms.count))
                }
                logarithms[index] = now
            }
        }
        return Characters(logarithms: logarithms)
    }

    /// What a level's letter stands for: A...Z and a...z are 0...51 steps.
    static func logarithm(_ level: UInt8) -> Float {
        switch level {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): -step * Float(level - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): -step * Float(level - UInt8(ascii: "a") + 26)
        default: -step * 52
        }
    }
}
