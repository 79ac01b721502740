internal import FuzzyMatching
internal import UnicodeText

/// Words of Latin, Cyrillic or Greek letters with letters of another of these that look like theirs.
///
/// Nothing is said of a word that the source has too, or where a letter of the smaller part looks like none of the larger.
struct ScriptRule: CheckRule {
    private let tokenizer = Tokenizer()

    func check(_ unit: CheckUnit, _ report: (CheckFinding) -> Void) {
        let target = unit.target.segment.text
        guard target.bytes.contains(where: { (0xCD...0xD3).contains($0) }) else { return }
        for token in tokenizer.tokens(of: target) where token.kind == .word {
            guard let other = Self.smallerPart(target, token.range) else { continue }
            if unit.source.segment.text.firstWholeWords(target[token.range]) != nil { continue }
            report(
                CheckFinding(
                    .script, side: .target, range: token.range,
                    message: "\(target[token.range]) has letters of two scripts: \(other)"))
        }
    }

    private enum Script: Int { case latin, cyrillic, greek }

    private static func script(_ scalar: Unicode.Scalar) -> Script? {
        guard scalar.isLetter else { return nil }
        switch scalar.value {
        case 0x41...0x24F: return .latin
        case 0x370...0x3FF: return .greek
        case 0x400...0x52F: return .cyrillic
        default: return nil
        }
    }

    /// The letters of the script that has fewer in a word of exactly two, if all of them are look-alikes.
    private static func smallerPart(_ text: UTF8Text, _ range: ByteRange) -> String? {
        var letters: [Script: [Unicode.Scalar]] = [:]
        for placed in text[range].placedScalars {
            if let script = script(placed.scalar) { letters[script, default: []].append(placed.scalar) }
        }
        guard letters.count == 2, let few = letters.min(by: { $0.value.count < $1.value.count }),
            few.value.count * 2 < letters.values.reduce(0, { $0 + $1.count }),
            few.value.allSatisfy(lookAlikes.contains)
        else { return nil }
        return few.value.map { "U+" + String($0.value, radix: 16, uppercase: true).leftPadded(to: 4) }
            .joined(separator: " ")
    }

    /// Of UTS #39, confusables, those of everyday letters.
    private static let lookAlikes = Set(
        "aceiopxysjABCEHIKMOPSTXYJаеіорсухѕјАВЕКМНОРСТУХІЅЈοαΑΒΕΖΗΙΚΜΝΟΡΤΥΧν".unicodeScalars)
}

extension String {
    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: "0", count: max(0, width - utf8.count)) + self
    }
}
