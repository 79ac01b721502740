internal import UnicodeText

/// A text that the blocks cut out of it share.
///
/// Each piece of work has an object of its own around the same bytes, so that cores do not count references to one
/// object side by side.
final class SharedText: Sendable {
    let text: UTF8Text

    init(_ text: UTF8Text) { self.text = text }
}
