internal import UnicodeText

/// Tells whether a field of a format holds HTML: its tags must be HTML's, for "<" stands in plain text too.
enum MarkupDetection {
    static func hasTags(_ text: UTF8Text) -> Bool {
        HTMLTagNames(text.bytes[...]).contains { HTMLTagNames.ofCopy.contains($0) }
    }
}
