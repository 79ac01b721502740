public import UnicodeText

/// Misreadings undone and controls removed, until neither finds anything more: a control that goes may have stood
/// between the halves of a misreading, and a misreading may have been a control. O(n).
public struct CharacterRepair: Step {
    public init() {}

    public func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        let controls = ControlCharacters()
        let mojibake = MojibakeRepair()
        var (result, isOpen) = controls.apply(to: text, keepsBytes: true)
        for _ in 0..<Self.maximumRounds {
            let undone = mojibake.apply(to: result.text)
            if !undone.edits.isIdentity { result = (undone.text, result.edits.composed(with: undone.edits)) }
            // Clean text is done here, without a second look at its controls.
            guard isOpen || !undone.edits.isIdentity else { break }
            let cleaned = controls.apply(to: result.text, keepsBytes: false)
            if cleaned.result.edits.isIdentity { break }
            result = (cleaned.result.text, result.edits.composed(with: cleaned.result.edits))
            isOpen = cleaned.isOpen
        }
        return result
    }

    private static let maximumRounds = 8
}
