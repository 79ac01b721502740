internal import CICU

/// What scoring needs to know of a character.
struct EncodingCharacter: Sendable {
    enum Kind: UInt8, Sendable { case lower, upper, caseless, mark, sign, invalid }

    let value: UInt32
    let kind: Kind
    /// Folded as the letter pairs are: simple case folding, the cedilla for the comma below, no dot on the capital I.
    let folded: UInt32
    /// For letters, a number a script.
    let script: Int32
    /// For signs, the logarithm of their frequency.
    let sign: Float
    /// For signs, what one costs between two letters.
    let between: Float

    var isLetter: Bool { kind.rawValue <= Kind.mark.rawValue }

    init(_ value: UInt32, _ signs: EncodingSigns) {
        self.value = value
        between = signs.between[value] ?? -7
        guard let scalar = Unicode.Scalar(value), value != 0xFFFD else {
            (kind, folded, script, sign) = (.invalid, value, 0, 0)
            return
        }
        let fold: UInt32 =
            switch value {
            case 0x130: 0x69
            case 0x218, 0x219: 0x15F
            case 0x21A, 0x21B: 0x163
            default: scalar.simpleFold.value
            }
        folded = fold
        switch scalar.kind {
        case .upper:
            (kind, sign) = (.upper, 0)
        case .lower:
            (kind, sign) = (.lower, 0)
        case .otherLetter:
            // The two ordinals are letters by category and signs by use.
            (kind, sign) =
                value == 0xAA || value == 0xBA || value == 0x640
                ? (.sign, signs.common[value] ?? -6) : (.caseless, 0)
        case .mark:
            (kind, sign) = (.mark, 0)
        case .control:
            // C1 controls are in no text; tabs and line ends are ASCII.
            (kind, sign) = (
                value < 0x80 ? .sign : signs.common[value] == nil ? .invalid : .sign, signs.common[value] ?? 0
            )
        case .other:
            (kind, sign) = (.invalid, 0)
        case .space, .punctuation, .digit, .otherNumber, .symbol:
            kind = .sign
            sign = value < 0x80 ? 0 : signs.common[value] ?? Self.rare(value)
        }
        script = kind.rawValue <= Kind.caseless.rawValue ? dgm_script(value) : 0
    }

    /// Blocks by how often press copy has signs of them that are on no list.
    private static func rare(_ value: UInt32) -> Float {
        switch value {
        case 0x80...0xFF: -8
        case 0x2500...0x259F: -9
        case 0x2200...0x22FF, 0x25A0...0x25FF: -10
        default: -9
        }
    }
}

/// What signs cost that are on a list: logarithms.
struct EncodingSigns: Sendable {
    /// Signs that are commoner than their kind.
    let common: [UInt32: Float]
    /// Signs that stand between letters.
    let between: [UInt32: Float]
}
