internal import CICU

/// A Unicode normalization form (UAX #15), computed by ICU in UTF-8.
public enum NormalizationForm: Int32, Sendable, CaseIterable {
    case nfc = 0
    case nfd
    case nfkc
    case nfkd

    /// Whether the text already has this form. O(n).
    public func holds(for text: UTF8Text) -> Bool {
        if isASCII(text.bytes) { return true }
        if self == .nfc, text.bytes.withUnsafeBufferPointer({ CompositionCheck.isCertain($0) }) { return true }
        return text.bytes.withUnsafeBufferPointer {
            dgm_is_normalized(rawValue, $0.baseAddress, Int32(clamping: $0.count)) == 1
        }
    }

    /// The text in this form.
    public func apply(to text: UTF8Text) throws(ICUError) -> UTF8Text {
        if isASCII(text.bytes) { return text }
        return try normalized(text).text
    }

    /// The text in this form with its edits, each under the rule's name ("nfc").
    public func applyTracked(to text: UTF8Text) throws(ICUError) -> (text: UTF8Text, edits: EditMap) {
        if holds(for: text) { return (text, EditMap(identity: text.count)) }
        let result = try normalized(text)
        return (result.text, result.edits(from: text.count, rule: "\(self)"))
    }

    private func normalized(_ text: UTF8Text) throws(ICUError) -> ICUText {
        try ICUText.make(text.bytes, "normalize \(self)") { dgm_normalize(rawValue, $0, $1, $2) }
    }
}
