internal import UnicodeText

/// Brings a pattern into ICU's form where it is written in Java's, which most SRX files were tested with.
///
/// Only what means exactly the same is rewritten: `\pL` (`\p{L}`), the flag `U` (which ICU always has), a brace that
/// closes nothing (`\}`), and `[noauto]` at the end, which is Okapi's sign that it adds nothing to the pattern.
struct SRXPatternTranslation {
    private(set) var units: [UInt16] = []
    /// Code units of the first `\x` with four digits behind it, of which ICU reads two.
    private(set) var shortEscape: Int?

    private let source: [UInt16]
    private var index = 0
    /// Sets within sets.
    private var depth = 0

    init(_ text: UTF8Text, isOkapi: Bool) {
        var units = Array(String(decoding: text.bytes, as: UTF8.self).utf16)
        let sign = Array("[noauto]".utf16)
        if isOkapi, units.count >= sign.count, units.suffix(sign.count).elementsEqual(sign) {
            units.removeLast(sign.count)
        }
        source = units
        while index < source.count { step() }
    }

    private func unit(_ offset: Int) -> UInt16 { index + offset < source.count ? source[index + offset] : 0 }

    private mutating func take(_ count: Int = 1) {
        units.append(contentsOf: source[index..<min(source.count, index + count)])
        index += count
    }

    private mutating func step() {
        switch source[index] {
        case 0x5C: escape()
        case 0x5B:
            depth += 1
            take()
            // In "[^]]" and "[]]" the first bracket is a character.
            if unit(0) == 0x5E { take() }
            if unit(0) == 0x5D { take() }
        case 0x5D:
            depth = max(0, depth - 1)
            take()
        case 0x7B where depth == 0:
            while index < source.count, source[index] != 0x7D { take() }
            take()
        case 0x7D where depth == 0:
            units.append(0x5C)
            take()
        case 0x28 where depth == 0 && unit(1) == 0x3F: flags()
        default: take()
        }
    }

    private mutating func escape() {
        switch unit(1) {
        case 0x51:
            // \Q…\E: all between is text.
            take(2)
            while index < source.count, !(source[index] == 0x5C && unit(1) == 0x45) { take() }
            take(2)
        case 0x70 where Self.isLetter(unit(2)), 0x50 where Self.isLetter(unit(2)):
            take(2)
            units.append(0x7B)
            take()
            units.append(0x7D)
        case 0x70, 0x50, 0x4E, 0x78:
            if unit(1) == 0x78, shortEscape == nil, (2..<6).allSatisfy({ Self.isHexDigit(unit($0)) }) {
                shortEscape = index
            }
            take(2)
            guard unit(0) == 0x7B else { return }
            while index < source.count, source[index] != 0x7D { take() }
            take()
        default: take(2)
        }
    }

    /// `(?U)`, `(?iU)`, `(?U:`
    private mutating func flags() {
        var end = index + 2
        while end < source.count, Self.isLetter(source[end]) || source[end] == 0x2D { end += 1 }
        let flags = source[min(index + 2, end)..<end]
        guard end < source.count, source[end] == 0x29 || source[end] == 0x3A, flags.contains(0x55),
            !flags.contains(0x2D)
        else { return take(2) }
        let rest = flags.filter { $0 != 0x55 }
        // A group without flags is "(?:"; flags without a group that say nothing are left out.
        if !rest.isEmpty || source[end] == 0x3A {
            units.append(contentsOf: [0x28, 0x3F])
            units.append(contentsOf: rest)
            units.append(source[end])
        }
        index = end + 1
    }

    private static func isLetter(_ unit: UInt16) -> Bool { 0x41...0x5A ~= unit || 0x61...0x7A ~= unit }
    private static func isHexDigit(_ unit: UInt16) -> Bool {
        0x30...0x39 ~= unit || 0x41...0x46 ~= unit || 0x61...0x66 ~= unit
    }
}
