internal import UnicodeText

/// Takes apart an element that is written as nearly all are: names in ASCII without a prefix but `xml:`, XML's own five
/// entities and references to characters, no comments, instructions or CDATA sections, valid UTF-8.
///
/// It knows only what expat would read without an error and to the same events. All else is left to expat, which also
/// has the last word on what is wrong.
struct PlainElementScanner {
    enum Stop: Error {
        /// The bytes end before the element does.
        case incomplete
        /// Not in plain form, or not well-formed.
        case other
    }

    private(set) var element = PlainElement()
    /// Elements within the element, itself included.
    var deepest = 0
    private let mostAttributes: Int
    /// Names of the elements that are open.
    private var open: [Range<Int>] = []

    /// - Parameter attributes: of one element; 32 at most, for looking for one that stands twice would take long.
    init(attributes: Int) { mostAttributes = min(attributes, 32) }

    /// Takes apart the element that starts with the first byte, and returns its length. O(length).
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) throws(Stop) -> Int {
        element.removeAll()
        open.removeAll(keepingCapacity: true)
        guard bytes.first == UInt8(ascii: "<") else { throw bytes.isEmpty ? .incomplete : .other }
        var offset = 0
        while true {
            if try Self.byte(bytes, offset + 1) == UInt8(ascii: "/") {
                offset = try endTag(bytes, at: offset)
            } else {
                offset = try startTag(bytes, at: offset)
            }
            if open.isEmpty { return offset }
            offset = try text(bytes, from: offset)
        }
    }

    // MARK: Tags

    private mutating func startTag(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) throws(Stop) -> Int {
        let name = try Self.name(bytes, from: start + 1)
        guard open.count < deepest else { throw .other }
        let first = element.attributes.count
        var offset = name.upperBound
        while true {
            var byte = try Self.byte(bytes, offset)
            if Self.isBlank(byte) {
                offset = try Self.skippingBlanks(bytes, from: offset)
                byte = bytes[offset]
                if byte != UInt8(ascii: ">"), byte != UInt8(ascii: "/") {
                    offset = try attribute(bytes, at: offset, first: first)
                    continue
                }
            }
            let isEmpty = byte == UInt8(ascii: "/")
            if isEmpty {
                offset += 1
                byte = try Self.byte(bytes, offset)
            }
            guard byte == UInt8(ascii: ">") else { throw .other }
            offset += 1
            let attributes = first..<element.attributes.count
            element.events.append(
                .init(kind: .start, place: start, span: .init(range: name), attributes: attributes))
            if isEmpty {
                // Its end is behind it.
                element.events.append(.init(kind: .end, place: offset, span: .init(range: name)))
            } else {
                open.append(name)
            }
            return offset
        }
    }

    private mutating func endTag(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) throws(Stop) -> Int {
        guard let name = open.popLast() else { throw .other }
        let own = start + 2..<start + 2 + name.count
        guard own.upperBound < bytes.count else { throw .incomplete }
        guard Self.same(bytes, own, name) else { throw .other }
        let offset = try Self.skippingBlanks(bytes, from: own.upperBound)
        guard bytes[offset] == UInt8(ascii: ">") else { throw .other }
        element.events.append(.init(kind: .end, place: start, span: .init(range: own)))
        return offset + 1
    }

    /// - Parameter first: the first attribute of the tag.
    private mutating func attribute(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, first: Int
    ) throws(Stop) -> Int {
        var name = try Self.name(bytes, from: start)
        var isOfXML = false
        if try Self.byte(bytes, name.upperBound) == UInt8(ascii: ":") {
            guard Self.holds(bytes, name, "xml") else { throw .other }
            isOfXML = true
            name = try Self.name(bytes, from: name.upperBound + 1)
        } else if Self.holds(bytes, name, "xmlns") {
            throw .other
        }
        for other in element.attributes[first...]
        where other.isOfXML == isOfXML && Self.same(bytes, other.name, name) { throw .other }
        guard element.attributes.count - first < mostAttributes else { throw .other }
        var offset = try Self.skippingBlanks(bytes, from: name.upperBound)
        guard bytes[offset] == UInt8(ascii: "=") else { throw .other }
        offset = try Self.skippingBlanks(bytes, from: offset + 1)
        let quote = bytes[offset]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .other }
        let (value, end) = try value(bytes, from: offset + 1, quote: quote)
        element.attributes.append(.init(name: name, isOfXML: isOfXML, value: value))
        return end
    }

    /// Returns the value and the offset behind its closing quote.
    private mutating func value(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, quote: UInt8
    ) throws(Stop) -> (PlainElement.Span, end: Int) {
        let decodedStart = element.decoded.count
        var isDecoded = false
        // What stands from here on is not yet in `decoded`.
        var (kept, offset) = (start, start)
        while true {
            let byte = try Self.byte(bytes, offset)
            if byte == quote { break }
            switch byte {
            case UInt8(ascii: "&"):
                element.decoded.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[kept..<offset]))
                offset = try reference(bytes, at: offset)
                isDecoded = true
                kept = offset
            case UInt8(ascii: "<"):
                throw .other
            case 0x20..<0x80:
                offset += 1
            case 0x80...:
                offset = try Self.characters(bytes, from: offset)
            default:
                // Line ends and tabs become blanks.
                throw .other
            }
        }
        guard isDecoded else { return (.init(range: start..<offset), offset + 1) }
        element.decoded.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[kept..<offset]))
        return (.init(range: decodedStart..<element.decoded.count, isDecoded: true), offset + 1)
    }

    // MARK: Text

    /// Returns where the next tag starts.
    private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) throws(Stop) -> Int {
        // What stands from here on is not yet an event.
        var (kept, offset) = (start, start)
        while true {
            offset = Self.skippingText(bytes, from: offset)
            let byte = try Self.byte(bytes, offset)
            switch byte {
            case UInt8(ascii: "<"):
                take(kept..<offset)
                return offset
            case 0x09, 0x0A:
                offset += 1
            case UInt8(ascii: "]"):
                if try Self.byte(bytes, offset + 1) == byte, try Self.byte(bytes, offset + 2) == UInt8(ascii: ">") {
                    throw .other
                }
                offset += 1
            case 0x0D:
                // A line end, with the line feed that may follow.
                take(kept..<offset)
                element.decoded.append(0x0A)
                takeDecoded(element.decoded.count - 1, at: offset)
                offset += try Self.byte(bytes, offset + 1) == 0x0A ? 2 : 1
                kept = offset
            case UInt8(ascii: "&"):
                take(kept..<offset)
                let decodedStart = element.decoded.count
                kept = try reference(bytes, at: offset)
                takeDecoded(decodedStart, at: offset)
                offset = kept
            case 0x80...:
                offset = try Self.characters(bytes, from: offset)
            default:
                throw .other
            }
        }
    }

    private mutating func take(_ text: Range<Int>) {
        if !text.isEmpty {
            element.events.append(.init(kind: .text, place: text.lowerBound, span: .init(range: text)))
        }
    }

    /// Takes what was decoded from an offset on.
    private mutating func takeDecoded(_ start: Int, at place: Int) {
        let range = start..<element.decoded.count
        element.events.append(.init(kind: .text, place: place, span: .init(range: range, isDecoded: true)))
    }

    /// Decodes the reference at an offset, and returns where it ends.
    private mutating func reference(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) throws(Stop) -> Int {
        let (scalar, end) = try Self.reference(bytes, at: start)
        element.decoded.append(scalar)
        return end
    }
}
