#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// Feeds a parser a file in UTF-8, but takes the elements of its row apart itself where they are in plain form, which is
/// several times as quick.
///
/// The handler gets the same events at the same places. Expat reads all around the elements, and each that is not plain
/// or not well-formed.
struct PlainElementFeeder {
    private let parser: XMLParser
    private let handler: any XMLElementHandler
    private var scanner: PlainElementScanner
    private let endTag: [UInt8]
    /// Longer elements are left to expat, whose message says at which of its texts a limit was reached.
    private let longest: Int
    /// What was given but not taken, and how much of it there has to be before it is looked at again.
    private var held: [UInt8] = []
    private var wanted = 0

    init(_ parser: XMLParser, _ handler: any XMLElementHandler, limits: XMLLimits) {
        self.parser = parser
        self.handler = handler
        let name = type(of: handler).elementName
        endTag = Array("</".utf8) + UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount) + [0x3E]
        scanner = PlainElementScanner(attributes: limits.attributes)
        // A tag of four bytes counts for 64.
        longest = min(limits.attribute, limits.token, min(limits.text, limits.unit) / 64)
        parser.notesEnds = true
    }

    /// Parses the next piece of the file. O(n) for all pieces together.
    mutating func feed(_ piece: [UInt8]) throws {
        if held.isEmpty {
            let taken = try piece.withUnsafeBufferPointer { try take($0) }
            held.append(contentsOf: piece[taken...])
        } else {
            held.append(contentsOf: piece)
            guard held.count >= wanted else { return }
            let taken = try held.withUnsafeBufferPointer { try take($0) }
            held.removeFirst(taken)
        }
        wanted = 2 * held.count
    }

    /// Gives the parser what is not a whole element.
    mutating func finish() throws {
        try held.withUnsafeBufferPointer { try parser.feed($0) }
        held = []
    }

    /// Returns how many bytes are done with: all but an element that is not yet whole.
    private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) throws -> Int {
        var offset = 0
        while offset < bytes.count {
            var rest = UnsafeBufferPointer(rebasing: bytes[offset...])
            if parser.isBehindEnd, handler.isBetweenElements {
                let (taken, isOther) = try takeElements(rest)
                offset += taken
                if !isOther { return offset }
                rest = UnsafeBufferPointer(rebasing: bytes[offset...])
            }
            let count = lengthOfElement(rest)
            try parser.feed(UnsafeBufferPointer(rebasing: rest[..<count]))
            offset += count
        }
        return offset
    }

    /// Takes elements in plain form and what blanks stand between them.
    ///
    /// - Returns: the bytes taken, and whether what follows them is not in plain form; else it is not whole.
    private mutating func takeElements(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) throws -> (taken: Int, isOther: Bool) {
        var offset = 0
        scanner.deepest = parser.depthLeft
        parser.beginPassing(bytes)
        defer { parser.endPassing(at: offset) }
        while true {
            var start = offset
            while start < bytes.count, PlainElementScanner.isBlank(bytes[start]) { start += 1 }
            let limit = min(bytes.count, start + longest)
            let element = UnsafeBufferPointer(rebasing: bytes[start..<max(start, limit)])
            do throws(PlainElementScanner.Stop) {
                let length = try scanner.scan(element)
                offset = start + length
            } catch {
                return (offset, error == .other || element.count == longest)
            }
            try deliver(UnsafeBufferPointer(rebasing: bytes[start..<offset]), at: start)
        }
    }

    private func deliver(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) throws {
        do {
            try scanner.element.decoded.withUnsafeBufferPointer { decoded in
                try scanner.element.attributes.withUnsafeBufferPointer { attributes in
                    for event in scanner.element.events {
                        parser.pass(to: start + event.place)
                        let source = event.span.isDecoded ? decoded : bytes
                        let span = UnsafeBufferPointer(rebasing: source[event.span.range])
                        if event.kind == .text {
                            try handler.text(span, of: parser)
                            continue
                        }
                        let own = UnsafeBufferPointer(rebasing: attributes[event.attributes])
                        let tag = XMLTag(
                            parser: parser,
                            plain: .init(name: span, attributes: own, bytes: bytes, decoded: decoded))
                        if event.kind == .start { try handler.start(tag) } else { try handler.end(tag) }
                    }
                }
            }
        } catch {
            throw parser.located(error)
        }
    }

    /// The bytes up to the next end of an element, all if there is none. O(n).
    private func lengthOfElement(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var offset = 0
        while let start = bytes.baseAddress.map({ $0 + offset }),
            let found = memchr(start, Int32(UInt8(ascii: "<")), bytes.count - offset)
        {
            offset += UnsafeRawPointer(start).distance(to: UnsafeRawPointer(found))
            if bytes[offset...].starts(with: endTag) { return offset + endTag.count }
            offset += 1
        }
        return bytes.count
    }
}
