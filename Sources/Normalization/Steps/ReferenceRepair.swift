public import UnicodeText

/// References resolved and characters repaired, until neither finds anything more: a control or a misreading that goes
/// may have stood inside a reference. O(n).
public struct ReferenceRepair: Step {
    public init() {}

    public func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        let references = CharacterReferences()
        let repair = CharacterRepair()
        var result = references.apply(to: text)
        for _ in 0..<Self.maximumRounds {
            let repaired = repair.apply(to: result.text)
            if repaired.edits.isIdentity { break }
            result = (repaired.text, result.edits.composed(with: repaired.edits))
            let resolved = references.apply(to: result.text)
            if resolved.edits.isIdentity { break }
            result = (resolved.text, result.edits.composed(with: resolved.edits))
        }
        return result
    }

    private static let maximumRounds = 8
}
