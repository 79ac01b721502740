public import UnicodeText

/// Unicode normalization form C, the form texts are stored and compared in.
public struct Composition: Step {
    public init() {}

    public func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        // ICU fails here only when it cannot load its own data or get memory; the text is then left as it is.
        (try? NormalizationForm.nfc.applyTracked(to: text)) ?? (text, EditMap(identity: text.count))
    }
}
