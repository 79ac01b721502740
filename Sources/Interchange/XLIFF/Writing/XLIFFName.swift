/// What XML allows in names (XML 1.0, fifth edition, section 2.3).
enum XLIFFName {
    /// Whether a text is a name without a prefix.
    static func isValid(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, isCharacter(first), !isLaterOnly(first.value) else { return false }
        return name != "xmlns" && name.unicodeScalars.allSatisfy(isCharacter)
    }

    /// Whether a character may stand in a name; the colon is none of them.
    static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xB7, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x37D,
            0x37F...0x1FFF, 0x200C...0x200D, 0x203F...0x2040, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
            0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
            true
        default: false
        }
    }

    private static func isLaterOnly(_ value: UInt32) -> Bool {
        [0x2D, 0x2E, 0xB7].contains(value) || (0x30...0x39).contains(value) || (0x300...0x36F).contains(value)
            || (0x203F...0x2040).contains(value)
    }
}
