internal import CICU

/// Quotation marks, digits and separators of languages from ICU's CLDR data.
public enum CLDRConventions {
    /// An opening and a closing mark.
    public struct Pair: Hashable, Sendable {
        public let open: Unicode.Scalar
        public let close: Unicode.Scalar

        public init(open: Unicode.Scalar, close: Unicode.Scalar) {
            self.open = open
            self.close = close
        }
    }

    /// The marks of a quotation and of one inside it (UTS #35, delimiters); `nil` when CLDR does not know the language.
    public static func quotationMarks(in language: LanguageTag) -> (outer: Pair, inner: Pair)? {
        guard CLDRNames.knows(language) else { return nil }
        let marks = (Int32(0)..<4).compactMap { which in
            scalars { dgm_quotation_mark(language.description, which, $0, $1) }.first
        }
        guard marks.count == 4 else { return nil }
        return (Pair(open: marks[0], close: marks[1]), Pair(open: marks[2], close: marks[3]))
    }

    /// The ten digits of the language's native numbering system and its name, such as `deva`; `nil` where they are ASCII
    /// or are no decimal digits (Han numbers are written by other rules than one sign for one).
    public static func nativeDigits(in language: LanguageTag) -> (system: String, digits: [Unicode.Scalar])? {
        guard CLDRNames.knows(language) else { return nil }
        var digits: [Unicode.Scalar] = []
        let system = withCString { name, capacity in
            digits = scalars { dgm_native_digits(language.description, name, capacity, $0, $1) }
        }
        guard digits.count == 10, digits.allSatisfy({ $0.value >= 0x80 && $0.digitValue != nil }) else { return nil }
        return (system, digits)
    }

    public enum Separator: Int32, Sendable {
        case decimal = 0
        case grouping
    }

    /// The separator in numbers of a numbering system (`latn`, `native`), where it is one character.
    public static func separator(
        _ separator: Separator, in language: LanguageTag, system: String
    ) -> Unicode.Scalar? {
        let found = scalars { dgm_number_separator(language.description, system, separator.rawValue, $0, $1) }
        return found.count == 1 ? found.first : nil
    }

    private static func scalars(_ fill: (UnsafeMutablePointer<CChar>, Int32) -> Int32) -> [Unicode.Scalar] {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { buffer in
            guard let start = buffer.baseAddress else { return [] }
            let count = Int(fill(start, Int32(buffer.count)))
            guard count > 0 else { return [] }
            let bytes = UnsafeRawBufferPointer(start: start, count: count)
            return Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        }
    }
}
