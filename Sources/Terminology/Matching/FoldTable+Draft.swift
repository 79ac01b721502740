internal import UnicodeText

extension FoldTable {
    /// A table in the making.
    struct Draft {
        var entries: [UInt32]
        var expansions: [Expansion] = [Expansion()]
        var pairs: [Pair] = []
        var hasMarks = false

        /// What is true of all languages.
        static let base = Draft()

        /// Where no letter has a case, nearly two thirds of the plane: ICU need not be asked for each. From the radicals of
        /// Han to Lisu, from Meetei Mayek to the variation selectors.
        static let caseless = [0x2E80..<0xA640, 0xABC0..<0xFB00]

        private init() {
            entries = (0..<0x10000).map { value in
                guard let scalar = Unicode.Scalar(UInt32(value)) else { return 0 }
                let kind = Self.characterClass(scalar)
                let folded = Self.caseless.contains { $0.contains(value) } ? scalar : scalar.simpleFold
                return Self.entry(kind, kind == .ignorable ? nil : folded)
            }
            // Vowel and other signs of Arabic and Hebrew, and tatweel: written or left out as the writer likes.
            for value in [
                0x0591...0x05BD, 0x05BF...0x05BF, 0x05C1...0x05C2, 0x05C4...0x05C5, 0x0640...0x0640,
                0x064B...0x0652, 0x0656...0x065F, 0x0670...0x0670, 0x06D6...0x06DC,
            ].joined() {
                entries[value] = Self.entry(.mark, nil)
            }
            // One letter that folds to several: those of CaseFolding.txt with status F stand in these blocks.
            let full = [
                0xDF...0xDF, 0x130...0x130, 0x149...0x149, 0x1F0...0x1F0, 0x390...0x390, 0x3B0...0x3B0,
                0x587...0x587, 0x1E96...0x1E9E, 0x1F50...0x1FFC, 0xFB00...0xFB17,
            ].joined()
            for value in full { set(value) { try? CaseMapping.fold($0) } }
            // Presentation forms and widths.
            for value in [0xFB1D...0xFDFC, 0xFE70...0xFEFC, 0xFF01...0xFFEE].joined() {
                set(value) { (try? NormalizationForm.nfkc.apply(to: $0)).flatMap { try? CaseMapping.fold($0) } }
            }
            // Half-width kana have their voicing marks apart.
            for first in UInt32(0x3046)...0x30FD {
                for second in [0x3099, 0x309A] as [UInt32] {
                    guard let joined = Self.composed(first, second) else { continue }
                    pairs.append(Pair(first: first, second: second, joined: joined))
                }
            }
            for value in [0x3099, 0x309A, 0xFF9E, 0xFF9F] { makeSecond(value) }
        }

        /// Punctuation keeps its class: a full-width comma is a comma.
        private mutating func set(_ value: Int, _ fold: (UTF8Text) -> UTF8Text?) {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { return }
            var bytes: [UInt8] = []
            bytes.append(scalar)
            guard FoldTable.characterClass(entries[value]) != .ignorable,
                let folded = fold(UTF8Text(unchecked: bytes)), folded.count <= 8
            else { return }
            setKey(value, folded.bytes)
        }

        mutating func setKey(_ value: Int, _ bytes: [UInt8], mark: UInt8 = 0) {
            let kind = entries[value] & (15 << 26)
            if bytes.count <= 3, mark == 0 {
                entries[value] = kind | UInt32(bytes.count) << 24 | UInt32(truncatingIfNeeded: Self.packed(bytes))
                return
            }
            entries[value] = kind | FoldTable.isExpansion | UInt32(expansions.count)
            expansions.append(Expansion(bytes: Self.packed(bytes), count: UInt8(bytes.count), mark: mark))
        }

        mutating func makeSecond(_ value: Int) {
            let entry = entries[value]
            if entry & FoldTable.isExpansion != 0 {
                expansions[Int(entry & 0xFFFFFF)].isSecond = true
                return
            }
            entries[value] = entry & (15 << 26) | FoldTable.isExpansion | UInt32(expansions.count)
            expansions.append(
                Expansion(bytes: UInt64(entry & 0xFFFFFF), count: UInt8(entry >> 24 & 3), isSecond: true))
        }

        /// The key of a character of the first plane.
        func key(_ value: Int) -> [UInt8] {
            let entry = entries[value]
            var (bytes, count) = (UInt64(entry & 0xFFFFFF), Int(entry >> 24 & 3))
            if entry & FoldTable.isExpansion != 0 {
                let expansion = expansions[Int(entry & 0xFFFFFF)]
                (bytes, count) = (expansion.bytes, Int(expansion.count))
            }
            return (0..<count).map { UInt8(truncatingIfNeeded: bytes >> (8 * $0)) }
        }

        private static func packed(_ bytes: [UInt8]) -> UInt64 {
            bytes.prefix(8).enumerated().reduce(0) { $0 | UInt64($1.element) << (8 * $1.offset) }
        }

        /// Without arrays, for there are 65,536 of them. No character of the first plane folds to one beyond it.
        private static func entry(_ kind: CharacterClass, _ scalar: Unicode.Scalar?) -> UInt32 {
            let head = kind.rawValue << 26
            guard let value = scalar?.value else { return head }
            if value < 0x80 { return head | 1 << 24 | value }
            if value < 0x800 { return head | 2 << 24 | 0xC0 | value >> 6 | (0x80 | value & 0x3F) << 8 }
            return head | 3 << 24 | 0xE0 | value >> 12 | (0x80 | value >> 6 & 0x3F) << 8 | (0x80 | value & 0x3F) << 16
        }

        static func composed(_ first: UInt32, _ second: UInt32) -> UInt32? {
            var bytes: [UInt8] = []
            for value in [first, second] { if let scalar = Unicode.Scalar(value) { bytes.append(scalar) } }
            guard let text = try? NormalizationForm.nfc.apply(to: UTF8Text(unchecked: bytes)), !text.isEmpty,
                text.scalarCount == 1
            else { return nil }
            return text.scalar(at: 0).scalar.value
        }

        static func characterClass(_ scalar: Unicode.Scalar) -> CharacterClass {
            switch scalar.value {
            case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: return .newline
            case 0x2D, 0x2010, 0x2011, 0x058A, 0x05BE, 0xFE63, 0xFF0D: return .hyphen
            case 0x27, 0x60, 0xB4, 0x02B9...0x02BD, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07: return .apostrophe
            // The placeholder of an inline code, the zero-width blank and the byte order mark.
            case 0xFFFC, 0x200B, 0xFEFF, 0xFE00...0xFE0F: return .ignorable
            case 0x5F: return .letter
            // Half-width voicing marks go with the kana before them.
            case 0xFF9E, 0xFF9F: return .mark
            default: break
            }
            // The Ethiopic wordspace is a blank that one can see.
            if scalar.isBlank || scalar.value == 0x1361 { return .blank }
            switch scalar.kind {
            case .upper, .lower, .otherLetter, .digit, .otherNumber: return scalar.isUnspaced ? .unspaced : .letter
            case .mark: return .mark
            // Format characters; other controls are told apart below.
            case .control where scalar.value >= 0xA0: return .ignorable
            default: return .other
            }
        }
    }
}
