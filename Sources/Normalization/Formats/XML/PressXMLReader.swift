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

    private init(_ source: UTF8Text, base: Int, _ format: any PressXMLFormat) {
        self.source = source
        self.base = base
        self.format = format
        cutter = XMLBlockCutter(source)
    }

    /// The blocks of a file in a format.
    ///
    /// - Throws: a `Diagnostic` with line and column when the file is not well-formed XML.
    static func blocks(in source: SourceText, _ format: any PressXMLFormat) throws(Diagnostic) -> [RawBlock] {
        let text = source.text
        let start = text.trimmed(text.all).lowerBound
        let reader = PressXMLReader(text, base: start, format)
        var limits = XMLLimits()
        limits.depth = 256
        let parser = XMLParser(
            file: source.name, limits: limits, encoding: "UTF-8", offersEntities: true, handler: reader)
        do {
            try text.bytes.withUnsafeBufferPointer { bytes in
                try parser.feed(UnsafeBufferPointer(rebasing: bytes[start...]))
            }
            try parser.finish()
        } catch {
            guard var found = error as? Diagnostic else {
                throw Diagnostic(.error, code: "format.xml", file: source.name, message: "\(error)")
            }
            let above = text.bytes[..<start].reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
            found.line = found.line.map { $0 + above }
            throw found
        }
        return reader.format.finish()
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
        guard let wanted else { return format.close(name, path: path) }
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
        switch wanted?.wish {
        case .text: builder.append(bytes, from: placed(parser.range), of: source)
        case .blocks: cutter.append(bytes, from: placed(parser.range))
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
