import UnicodeText

@testable import ByteJSON
@testable import ByteXML

extension FuzzTarget {
    static let parsers = [
        FuzzTarget("json") { bytes in
            let value = try? JSONReader.parse(bytes)
            if let text = UTF8Text(validating: bytes) {
                let document = try? JSONDocument(text)
                require((document == nil) == (value == nil), "reader and document do not agree")
                if let document { check(document.root, document) }
            }
            guard let value else { return }
            var writer = JSONWriter()
            writer.value(value)
            let written = writer.bytes
            guard let again = try? JSONReader.parse(written) else { fatalError("not JSON: \(written)") }
            require(again == value, "written is not read: \(String(decoding: written, as: UTF8.self))")
            require(!written.contains(0x0A), "more than a line")
        },
        FuzzTarget("xml") { bytes in
            var input = Input(bytes)
            let size = input.choose([1, 2, 3, 7, 64])
            let whole = XMLRecorder(input.bytes, size: nil)
            let pieces = XMLRecorder(input.bytes, size: size)
            require(
                (whole.failure == nil) == (pieces.failure == nil), "\(whole.failure as Any) \(pieces.failure as Any)")
            if whole.failure == nil { require(whole.events == pieces.events, "\(whole.events) \(pieces.events)") }
            // Parsed as text, every event knows its bytes.
            PlaceRecorder.check(input.text)
        },
        FuzzTarget("tag") { bytes in
            guard let tag = LanguageTag(String(decoding: bytes, as: UTF8.self)) else { return }
            require(LanguageTag(tag.description) == tag, "\(tag) is not canonical")
            require(tag.covers(tag) && tag.fallbacks.first == tag, "\(tag)")
            for fallback in tag.fallbacks {
                require(LanguageTag(fallback.description) == fallback, "\(fallback) of \(tag)")
                require(fallback.covers(tag) && fallback.language == tag.language, "\(fallback) of \(tag)")
            }
            _ = (tag.script, tag.region)
            _ = LanguageData.file("normalization", for: tag)
        },
    ]

    private static func check(_ node: JSONNode, _ document: JSONDocument) {
        func check(_ string: JSONText) {
            require(string.range.upperBound <= document.source.count, "\(string)")
            let placed = document.placedText(of: string)
            require(placed.text == document.text(of: string), "\(placed.text)")
            require(placed.edits.verifies(source: document.source[string.range], target: placed.text), "\(placed)")
            require(UTF8Validation.firstError(in: placed.text.bytes) == nil, "\(placed.text.bytes)")
        }
        if let string = node.string { check(string) }
        for member in node.members {
            check(member.name)
            FuzzTarget.check(member.value, document)
        }
        for element in node.array ?? [] { FuzzTarget.check(element, document) }
    }
}

/// A file's events, fed in pieces of a size.
private final class XMLRecorder: XMLHandler {
    var events: [String] = []
    var failure: (any Error)?
    private var pending: [UInt8] = []

    init(_ bytes: [UInt8], size: Int?) {
        var rest = bytes[...]
        do {
            try XMLSource.parse(
                {
                    let piece = rest.prefix(size ?? rest.count)
                    rest = rest.dropFirst(piece.count)
                    return Array(piece)
                }, file: nil, limits: XMLLimits(), handler: self)
        } catch { failure = error }
        flush()
    }

    public func start(_ tag: XMLTag) { start(tag.element, at: tag.place) }
    public func end(_ tag: XMLTag) { end(tag.name.local.text, at: tag.place) }
    public func start(_ element: XMLElement, at place: XMLPlace) {
        flush()
        events.append("\(place) <\(element)>")
    }
    public func end(_ name: String, at place: XMLPlace) {
        flush()
        events.append("\(place) </\(name)>")
    }
    public func text(_ bytes: UnsafeBufferPointer<UInt8>) { pending += bytes }
    public func comment(_ text: String) {
        flush()
        events.append("<!--\(text)-->")
    }
    public func documentType(_ name: String) {}
    public func namespace(_ prefix: String, _ name: String) {}
    public func entity(_ name: String, of parser: XMLParser) {}
    public func text(_ bytes: UnsafeBufferPointer<UInt8>, of parser: XMLParser) { text(bytes) }

    private func flush() {
        require(UTF8Validation.firstError(in: pending) == nil, "text is not UTF-8: \(pending)")
        if !pending.isEmpty { events.append("\(pending)") }
        pending = []
    }
}

/// Where events stood in a text.
private final class PlaceRecorder: XMLTagHandler {
    private let source: UTF8Text
    private var last = 0..<0

    private init(_ source: UTF8Text) { self.source = source }

    static func check(_ text: UTF8Text) {
        let parser = XMLParser(
            file: nil, limits: XMLLimits(), encoding: "UTF-8", offersEntities: true, handler: PlaceRecorder(text))
        withExtendedLifetime(parser) {
            do {
                try text.bytes.withUnsafeBufferPointer { try parser.feed($0) }
                try parser.finish()
            } catch {}
        }
    }

    public func start(_ tag: XMLTag) {
        take(tag.parser.range)
        for (name, value) in XMLAttributeRanges.all(in: source, tag: tag.parser.range) {
            require(tag.parser.range.contains(name.lowerBound) && !name.isEmpty, "\(name)")
            require(value.upperBound <= tag.parser.range.upperBound, "\(value)")
        }
    }
    public func end(_ tag: XMLTag) { take(tag.parser.range) }
    public func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    public func text(_ bytes: UnsafeBufferPointer<UInt8>, of parser: XMLParser) { take(parser.range) }
    public func entity(_ name: String, of parser: XMLParser) { take(parser.range) }
    public func comment(_ text: String) {}
    public func documentType(_ name: String) {}
    public func namespace(_ prefix: String, _ name: String) {}

    private func take(_ range: ByteRange) {
        require(range.lowerBound >= last.lowerBound && range.upperBound <= source.count, "\(range) after \(last)")
        last = range
    }
}
