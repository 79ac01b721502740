public import UnicodeText

/// One kind of clean-up. A step changes nothing it is not sure of and names its rules in the edits.
public protocol Step: Sendable {
    /// The cleaned text and how it was made.
    func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap)
}

extension Sequence<any Step> {
    /// All steps one after the other.
    public func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        var result = (text: text, edits: EditMap(identity: text.count))
        for step in self {
            let next = step.apply(to: result.text)
            if next.edits.isIdentity { continue }
            result = (next.text, result.edits.composed(with: next.edits))
        }
        return result
    }
}
