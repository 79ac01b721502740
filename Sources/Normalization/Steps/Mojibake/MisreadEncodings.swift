internal import UnicodeText

/// The encodings UTF-8 gets misread in, as flat tables: which byte was a character in each of them?
///
/// Characters are numbered densely, for a table of every scalar and encoding would not fit the cache.
final class MisreadEncodings: Sendable {
    static let shared = MisreadEncodings()

    /// In the order in which equal readings are preferred. ISO 8859-1 is windows-1252 with its controls, and
    /// ISO 8859-9 likewise windows-1254.
    static let names = [
        "windows-1252", "windows-1250", "windows-1251", "macintosh", "windows-1254", "windows-1257", "windows-1253",
        "ISO-8859-2", "ISO-8859-15", "IBM437", "IBM850", "IBM852", "IBM866", "KOI8-R", "x-mac-cyrillic",
    ]

    /// How much more a reading in an encoding must gain than one in windows-1252 to be preferred.
    static let priors = [0, 2, 2, 2, 2, 12, 8, 2, 4, 4, 4, 10, 4, 6, 8]

    /// Number of a scalar below `limit`, 0 for one that no encoding has.
    private let numbers: [UInt16]
    private let stride: Int
    /// The byte of a character, by encoding and number; 0 for none.
    private let bytes: [UInt8]
    /// By number: the encodings, one a bit, in which the character's byte starts a UTF-8 sequence.
    let leads: [UInt32]
    /// Of these the sequences of two bytes, and the longer ones.
    let shortLeads: [UInt32]
    let longLeads: [UInt32]
    /// By number: small letters, and what opens a word; two of them, or one after the other, need no look.
    let isSmall: [Bool]
    let opensWords: [Bool]
    let isLetter: [Bool]
    /// By number: the encodings in which the character's byte continues a sequence.
    let tails: [UInt32]
    /// By number: the encodings in which the character is a control in the place of another character.
    let controls: [UInt32]
    /// Number of U+FFFD, which stands for a byte that was lost and so continues any sequence.
    let lostNumber: Int

    /// Where Microsoft's code pages (unicode.org, VENDORS/MICSFT/PC) have another character than ICU.
    private static let others: [(name: String, byte: UInt8, scalar: UInt32)] = [
        ("IBM437", 0xE6, 0xB5), ("IBM852", 0xAA, 0xAC),
    ]
    /// Characters that composition makes others which encodings have: ohm, ångström, ano teleia.
    private static let singletons = [0x2126: 0x3A9, 0x212B: 0xC5, 0x387: 0xB7]
    private static let limit: UInt32 = 0x2700
    private static let specials: [UInt32] = [0xFB01, 0xFB02, 0xF8FF, 0xFFFD]
    private let specialNumbers: [UInt16]

    private init() {
        let encodings = Self.names.map { SingleByteEncoding($0) }
        var numbers = [UInt16](repeating: 0, count: Int(Self.limit))
        var specialNumbers = [UInt16](repeating: 0, count: Self.specials.count)
        var pairs: [(encoding: Int, number: Int, byte: UInt8)] = []
        var alternates: [(encoding: Int, number: Int)] = []
        var count = 1
        func number(of scalar: UInt32) -> Int? {
            if scalar < Self.limit {
                if numbers[Int(scalar)] == 0 {
                    numbers[Int(scalar)] = UInt16(count)
                    count += 1
                }
                return Int(numbers[Int(scalar)])
            }
            guard let place = Self.specials.firstIndex(of: scalar) else { return nil }
            if specialNumbers[place] == 0 {
                specialNumbers[place] = UInt16(count)
                count += 1
            }
            return Int(specialNumbers[place])
        }
        for (index, encoding) in encodings.enumerated() {
            for byte in UInt8(0x80)...0xFF {
                guard let scalar = encoding.scalar(for: byte), let number = number(of: scalar.value) else { continue }
                pairs.append((index, number, byte))
            }
            for other in Self.others where other.name.utf8.elementsEqual(encoding.name.utf8) {
                if let number = number(of: other.scalar) { pairs.append((index, number, other.byte)) }
            }
            // Where the reader took ISO 8859, the bytes 0x80...0x9F became controls: windows-1252 and its like.
            guard encoding.name.utf8.starts(with: "windows".utf8) else { continue }
            for byte in UInt8(0x80)...0x9F where encoding.scalar(for: byte)?.value != UInt32(byte) {
                guard let number = number(of: UInt32(byte)) else { continue }
                pairs.append((index, number, byte))
                alternates.append((index, number))
            }
        }
        lostNumber = number(of: 0xFFFD) ?? 0
        var bytes = [UInt8](repeating: 0, count: count * encodings.count)
        var leads = [UInt32](repeating: 0, count: count)
        var tails = [UInt32](repeating: 0, count: count)
        for pair in pairs {
            bytes[pair.encoding * count + pair.number] = pair.byte
            let bit = UInt32(1) << UInt32(pair.encoding)
            if 0xC2...0xF4 ~= pair.byte { leads[pair.number] |= bit }
            if pair.byte < 0xC0 { tails[pair.number] |= bit }
        }
        tails[lostNumber] = ~0
        var controls = [UInt32](repeating: 0, count: count)
        for pair in alternates { controls[pair.number] |= 1 << UInt32(pair.encoding) }
        self.controls = controls
        var shortLeads = [UInt32](repeating: 0, count: count)
        for pair in pairs where 0xC2...0xDF ~= pair.byte { shortLeads[pair.number] |= 1 << UInt32(pair.encoding) }
        var isSmall = [Bool](repeating: false, count: count)
        var isLetter = isSmall
        var opensWords = isSmall
        for (scalar, number) in numbers.enumerated() where number != 0 {
            let traits = CharacterTraits.traits(of: UInt32(scalar))
            isSmall[Int(number)] = traits.role == .lower
            isLetter[Int(number)] = traits.isWord
            opensWords[Int(number)] = [0x2018, 0x2019, 0x201C, 0xAB].contains(scalar)
        }
        self.shortLeads = shortLeads
        longLeads = zip(leads, shortLeads).map { $0 & ~$1 }
        self.isSmall = isSmall
        self.isLetter = isLetter
        self.opensWords = opensWords
        for (scalar, composed) in Self.singletons { numbers[scalar] = numbers[composed] }
        self.numbers = numbers
        self.specialNumbers = specialNumbers
        self.bytes = bytes
        self.leads = leads
        self.tails = tails
        stride = count
    }

    /// The dense number of a scalar, 0 for one that no encoding has. O(1).
    @inline(__always)
    func number(of scalar: UInt32) -> Int {
        if scalar < Self.limit { return Int(numbers[Int(scalar)]) }
        return scalar < 0xF000 ? 0 : specialNumber(of: scalar)
    }

    private func specialNumber(of scalar: UInt32) -> Int {
        Self.specials.firstIndex(of: scalar).map { Int(specialNumbers[$0]) } ?? 0
    }

    /// The byte of 0x80 or more that a character is in an encoding, 0 if it has none. O(1).
    @inline(__always)
    func byte(_ number: Int, in encoding: Int) -> UInt8 { bytes[encoding * stride + number] }

    /// Characters with all whole sequences among them read as UTF-8, `nil` if there is none.
    func undone(_ scalars: [UInt32], in encoding: Int) -> [UInt32]? {
        guard scalars.count > 1 else { return nil }
        var result: [UInt32] = []
        var index = 0
        while index < scalars.count {
            var bytes: [UInt8] = []
            while bytes.count < 4, index + bytes.count < scalars.count {
                let byte = byte(number(of: scalars[index + bytes.count]), in: encoding)
                if byte == 0 { break }
                bytes.append(byte)
            }
            let length = bytes.isEmpty ? 0 : bytes.withUnsafeBufferPointer { UTF8Validation.sequenceLength($0, at: 0) }
            result.append(length > 0 ? decodeScalar(bytes, at: 0).scalar.value : scalars[index])
            index += max(1, length)
        }
        return result.count < scalars.count ? result : nil
    }
}
