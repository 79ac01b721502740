internal import ByteXML
internal import UnicodeText

/// Walks a file of press copy in XML and hands a format the elements it wants, with the places they stood at.
final class PressXMLReader: XMLTagHandler {
    private let source: UTF8Text
    /// Bytes passed over before the document.
    private let base: Int
    private var format: any PressXMLFormat
    private var path: [String] = []
    /// The element wanted as text or blocks, and how many elements stand around it.
    private var wanted: (element: XMLStart, wish: XMLWish, depth: Int)?
    private var builder = XMLTextBuilder()
    private var cutter: XMLBlockCutter
    private var bare: BareAmpersands?
    /// Behind the last story that is whole.
    private var storyEnd = 0
    private var documentEnd = 0

    private init(_ source: UTF8Text, base: Int, _ format: any PressXMLFormat) {
        self.source = source
        self.base = base
        self.format = format
        cutter = XMLBlockCutter(source)
    }

    /// The blocks of a file in a format, with what had to be overlooked: ampersands that begin nothing, what stands
    /// behind the document, and a part that cannot be read behind whole stories.
    ///
    /// - Throws: a `Diagnostic` with line and column when the file is not well-formed XML and no story in it is whole.
    static func copy(
        in source: SourceText, _ format: any PressXMLFormat
    ) throws(Diagnostic) -> (blocks: [RawBlock], diagnostics: [Diagnostic]) {
        let text = source.text
        let start = text.trimmed(text.all).lowerBound
        var reader = PressXMLReader(text, base: start, format)
        var warnings: [Diagnostic] = []
        do throws(Diagnostic) {
            try reader.parse(text.bytes, of: source)
        } catch {
            var failure: Diagnostic? = error
            let bare = BareAmpersands(text.bytes, from: start)
            if error.code != "xml.truncated", error.code != "xml.junk", let first = bare.places.first {
                reader = PressXMLReader(text, base: start, format)
                reader.bare = bare
                let place = TextPlace(text, first)
                warnings.append(
                    Diagnostic(
                        .warning, code: "format.ampersand", file: source.name, line: place.line, column: place.column,
                        message:
                            "an \"&\" that begins no reference; \(bare.places.count) in all were read as they stand",
                        hint: "it is written &amp; in XML"))
                do throws(Diagnostic) {
                    try reader.parse(bare.masked, of: source)
                    failure = nil
                } catch {
                    failure = error
                }
            }
            if var failure {
                let isWhole = failure.code == "xml.junk"
                guard isWhole || !reader.format.completed.isEmpty else { throw failure }
                failure.severity = .warning
                failure.message += isWhole ? "; it was left out" : "; the stories before it were read"
                warnings.append(failure)
                return (reader.completedBlocks(isWhole: isWhole), warnings)
            }
        }
        return (reader.format.finish(), warnings)
    }

    /// The stories that are whole, and the rest of the file as what was cut short.
    private func completedBlocks(isWhole: Bool) -> [RawBlock] {
        let rest = SourcedText(source, (isWhole ? documentEnd : storyEnd)..<source.count).trimmed
        let stories = isWhole ? format.finish() : format.completed
        if rest.text.isEmpty { return stories }
        return stories + [
            isWhole
                ? rest.block(.boilerplate, "behind-document", reason: .furniture)
                : rest.block(.boilerplate, "cut-short", reason: .truncated)
        ]
    }

    private func parse(_ bytes: [UInt8], of source: SourceText) throws(Diagnostic) {
        let (text, start, reader) = (self.source, base, self)
        var limits = XMLLimits()
        limits.depth = 256
        let parser = XMLParser(
            file: source.name, limits: limits, encoding: "UTF-8", offersEntities: true, handler: reader)
        do {
            try bytes.withUnsafeBufferPointer { bytes in
                try parser.feed(UnsafeBufferPointer(rebasing: bytes[start...]))
            }
            try parser.finish()
        } catch {
            guard var found = error as? Diagnostic else {
                throw Diagnostic(.error, code: "format.xml", file: source.name, message: "\(error)")
            }
            let above = text.bytes[..<start].reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
            found.line = found.line.map { $0 + above }
            found.offset = found.offset.map { $0 + start }
            throw found
        }
    }

    private func placed(_ range: ByteRange) -> ByteRange { range.lowerBound + base..<range.upperBound + base }

    func start(_ tag: XMLTag) throws {
        let name = tag.name.local.count <= 200 ? tag.name.local.text : ""
        defer { path.append(name) }
        let range = placed(tag.parser.range)
        if let wanted {
            switch wanted.wish {
            case .text: if XMLVocabulary.breaks(name) { builder.separate() }
            case .blocks: cutter.open(element(name, "", range))
            default: break
            }
            return
        }
        let element = element(name, tag.name.namespace.text, range)
        let wish = format.open(element)
        if case .children = wish { return }
        wanted = (element, wish, path.count)
        if case .blocks = wish { cutter.begin(element) }
    }

    private func element(_ name: String, _ namespace: String, _ range: ByteRange) -> XMLStart {
        XMLStart(name: name, namespace: namespace, path: path, source: source, range: range)
    }

    func end(_ tag: XMLTag) throws {
        let name = path.popLast() ?? ""
        if path.isEmpty { documentEnd = placed(tag.parser.range).upperBound }
        guard let wanted else {
            format.close(name, path: path)
            if ["item", "entry", "newsItem", "packageItem"].contains(name) {
                storyEnd = placed(tag.parser.range).upperBound
            }
            return
        }
        guard path.count == wanted.depth else {
            switch wanted.wish {
            case .text: if XMLVocabulary.breaks(name) { builder.separate() }
            case .blocks: cutter.close()
            default: break
            }
            return
        }
        self.wanted = nil
        switch wanted.wish {
        case .text:
            if let text = builder.finish() { format.take(text, of: wanted.element) }
        case .blocks: format.take(cutter.finish(), of: wanted.element)
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}

    func text(_ bytes: UnsafeBufferPointer<UInt8>, of parser: XMLParser) throws {
        let range = placed(parser.range)
        if let bare, bytes.count == range.count, let text = bare.unmasked(bytes, at: range.lowerBound) {
            return text.withUnsafeBufferPointer { take($0, from: range) }
        }
        take(bytes, from: range)
    }

    private func take(_ bytes: UnsafeBufferPointer<UInt8>, from range: ByteRange) {
        switch wanted?.wish {
        case .text: builder.append(bytes, from: range, of: source)
        case .blocks: cutter.append(bytes, from: range)
        default: break
        }
    }

    func entity(_ name: String, of parser: XMLParser) throws {
        switch wanted?.wish {
        case .text: builder.appendEntity(placed(parser.range), of: source)
        case .blocks: cutter.appendEntity(placed(parser.range))
        default: break
        }
    }
}
