public import UnicodeText

/// The form texts are compared in without regard to case: NFC, full case folding, and NFC again.
///
/// This is canonical caseless matching (Unicode 15, section 3.13, D145) with NFC in the place of NFD.
public enum FoldedKey {
    /// The key of a text. O(n); ASCII is done without ICU.
    public static func key(of text: UTF8Text) -> UTF8Text {
        // ICU fails only for want of memory or beyond 2 GB; such a text is then its own key.
        guard let composed = try? NormalizationForm.nfc.apply(to: text),
            let folded = try? CaseMapping.fold(composed)
        else { return text }
        return (try? NormalizationForm.nfc.apply(to: folded)) ?? text
    }
}
