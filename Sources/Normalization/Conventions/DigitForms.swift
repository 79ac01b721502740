internal import UnicodeText

/// Writes digits as ASCII ones, or as those of the language's native numbering system (CLDR).
///
/// With ASCII digits go the separators that only stand in native numbers (٫ ٬), between two digits. Words with Latin
/// letters in them (MP3, addresses) keep their digits, and full-width and mathematical digits are not touched.
struct DigitForms: Step {
    private let native: (system: String, digits: [Unicode.Scalar])?
    private let separators: [Unicode.Scalar: Unicode.Scalar]
    private let rule: String

    /// `nil` when native digits are asked for in a language that has none of its own.
    init?(_ style: Conventions.Digits, _ data: ConventionData) {
        if style == .native {
            guard let native = CLDRConventions.nativeDigits(in: data.language) else { return nil }
            self.native = native
            separators = [:]
            rule = "digits:\(native.system)"
            return
        }
        native = nil
        var separators: [Unicode.Scalar: Unicode.Scalar] = [:]
        for kind in [CLDRConventions.Separator.decimal, .grouping] {
            guard let old = CLDRConventions.separator(kind, in: data.language, system: "native"), old.value >= 0x80,
                let new = CLDRConventions.separator(kind, in: data.language, system: "latn"), new.value < 0x80
            else { continue }
            separators[old] = new
        }
        self.separators = separators
        rule = "digits:latn"
    }

    func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        native == nil ? toLatin(text) : toNative(text)
    }

    private func toLatin(_ text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        guard !isASCII(text.bytes) else { return (text, EditMap(identity: text.count)) }
        var rewriter = TextRewriter(text)
        var wasDigit = false
        for placed in text.placedScalars {
            if placed.range.count == 1 {
                wasDigit = placed.scalar.kind == .digit
                continue
            }
            if let value = Self.digit(placed.scalar) {
                rewriter.replace(placed.range, with: [0x30 + UInt8(truncatingIfNeeded: value)], rule: rule)
                wasDigit = true
                continue
            }
            if wasDigit, let separator = separators[placed.scalar], placed.range.upperBound < text.count,
                Self.digit(text.scalar(at: placed.range.upperBound).scalar) != nil
            {
                rewriter.replace(
                    placed.range, with: [UInt8(truncatingIfNeeded: separator.value)], rule: rule)
            }
            wasDigit = false
        }
        return rewriter.finish()
    }

    private func toNative(_ text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        guard let native, text.bytes.contains(where: Self.isDigit) else { return (text, EditMap(identity: text.count)) }
        var rewriter = TextRewriter(text)
        var offset = 0
        while offset < text.count {
            guard text.bytes[offset] > 0x20 else {
                offset += 1
                continue
            }
            // All up to the next ASCII blank is one word here.
            let end = text.bytes[offset...].firstIndex { $0 <= 0x20 } ?? text.count
            if !text.bytes[offset..<end].contains(where: Self.isLetter) {
                for index in offset..<end where Self.isDigit(text.bytes[index]) {
                    var bytes: [UInt8] = []
                    bytes.append(native.digits[Int(text.bytes[index] - 0x30)])
                    rewriter.replace(index..<index + 1, with: bytes, rule: rule)
                }
            }
            offset = end
        }
        return rewriter.finish()
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A || byte == 0x40
    }

    /// The value of a decimal digit beyond ASCII that is a script's own.
    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0...0x7F, 0xFF10...0xFF19, 0x1D7CE...0x1D7FF: nil
        default: scalar.kind == .digit ? scalar.digitValue : nil
        }
    }
}
