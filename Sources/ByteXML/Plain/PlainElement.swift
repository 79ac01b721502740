/// An element in plain form, taken apart: its tags and texts in their order.
///
/// Offsets are bytes from the element's start, or into `decoded` for what is not as it stood.
struct PlainElement {
    struct Span {
        let range: Range<Int>
        var isDecoded = false
    }

    struct Attribute {
        /// Without `xml:`.
        let name: Range<Int>
        let isOfXML: Bool
        let value: Span
    }

    struct Event {
        enum Kind { case start, end, text }

        let kind: Kind
        /// Where expat would say that it stands.
        let place: Int
        /// A tag's name, or the text.
        let span: Span
        /// Those of a start tag, in `attributes`.
        var attributes = 0..<0
    }

    var events: [Event] = []
    var attributes: [Attribute] = []
    /// Values and texts that are not as they stood, for the references in them.
    var decoded: [UInt8] = []

    /// Makes room for the next one. What an ordinary element needs is kept.
    mutating func removeAll() {
        events.removeAll(keepingCapacity: true)
        attributes.removeAll(keepingCapacity: true)
        decoded.removeAll(keepingCapacity: true)
    }
}
