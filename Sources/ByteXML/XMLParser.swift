internal import CExpat
package import UnicodeText

/// A streaming parser over expat for untrusted files.
///
/// Nothing is fetched, entities beyond XML's five are refused, and every limit is checked. Errors are `Diagnostic`s with
/// line and column. Feed pieces of any size, then `finish`. Expat checks well-formedness (XML 1.0) and UTF-8.
package final class XMLParser {
    private let parser: XML_Parser
    private let handler: any XMLTagHandler
    private let limits: XMLLimits
    private let file: String?
    private var depth = 0
    private var failure: (any Error)?
    private var hasDocumentType = false
    private var hasInternalSubset = false
    /// Bytes given to expat.
    private var fed = 0
    private var held: [UInt8] = []
    private var hasRoot = false
    private let offersEntities: Bool
    /// Whether it is kept where each end tag ends, which costs a little.
    var notesEnds = false
    /// Bytes given to expat up to the end of the last end tag.
    private var lastEnd = -1
    private var passed = PassedText()
    /// What is passed over at present, where the event at hand stands in it, and the last place that was asked for.
    private var run: UnsafeBufferPointer<UInt8>?
    private var runOffset = 0
    private var runCounted = 0
    private var runPlace = XMLPlace(line: 1, column: 1, offset: 0)

    /// - Parameters:
    ///   - encoding: `UTF-8` for text that was decoded before, whatever its declaration says.
    ///   - offersEntities: whether entities in text that nothing defines go to the handler; otherwise they are errors.
    package init(
        file: String?, limits: XMLLimits, encoding: String? = nil, offersEntities: Bool = false,
        handler: any XMLTagHandler
    ) {
        guard let made = XML_ParserCreateNS(encoding, XML_Char(XMLName.separator)) else {
            fatalError("out of memory")
        }
        parser = made
        self.handler = handler
        self.limits = limits
        self.file = file
        self.offersEntities = offersEntities
        // With an external subset that is never read, an entity without a definition is passed over and reported.
        if offersEntities { XML_UseForeignDTD(parser, XML_Bool(XML_TRUE)) }
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetReturnNSTriplet(parser, 0)
        install()
    }

    deinit { XML_ParserFree(parser) }

    /// Parses the next piece of the file.
    package func feed(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        // Expat reads an unfinished token from its start again with every piece: what comes behind one is held back until
        // it doubles it, for many small pieces would take quadratic time.
        guard held.isEmpty, bytes.count >= unfinished else {
            held.append(contentsOf: bytes)
            guard held.count >= unfinished else { return }
            return try feedHeld()
        }
        try feedAll(bytes)
    }

    private func feedHeld() throws {
        let all = held
        held.removeAll(keepingCapacity: true)
        try all.withUnsafeBufferPointer { try feedAll($0) }
    }

    /// Bytes given to expat of which it has told nothing yet.
    private var unfinished: Int { fed - Int(max(0, XML_GetCurrentByteIndex(parser))) }

    private func feedAll(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        // Expat copies what it is given.
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(1 << 18)
            try parse(UnsafeBufferPointer(rebasing: piece), isFinal: false)
            rest = rest.dropFirst(piece.count)
            fed += piece.count
            guard unfinished <= limits.token else {
                throw error("xml.token", "a tag, a comment or an instruction is longer than \(limits.token) bytes")
            }
        }
    }

    /// Ends the file; a file cut short is an error.
    package func finish() throws {
        try feedHeld()
        try parse(UnsafeBufferPointer(start: nil, count: 0), isFinal: true)
    }

    /// Where the event at hand stands. Costs a scan of the text since the last time a place was asked for.
    package var place: XMLPlace {
        guard let run else { return passed.place(ownPlace) }
        runPlace = runPlace.advanced(over: UnsafeBufferPointer(rebasing: run[runCounted..<runOffset]))
        runCounted = runOffset
        return runPlace
    }

    /// Where expat is in what it was given.
    private var ownPlace: XMLPlace {
        XMLPlace(
            line: Int(XML_GetCurrentLineNumber(parser)), column: Int(XML_GetCurrentColumnNumber(parser)) + 1,
            offset: Int(max(0, XML_GetCurrentByteIndex(parser))))
    }

    /// The bytes of the text as parsed that the event at hand was made of: a tag, a reference, a stretch of text.
    package var range: ByteRange {
        let start = passed.bytes + Int(max(0, XML_GetCurrentByteIndex(parser)))
        return start..<start + Int(max(0, XML_GetCurrentByteCount(parser)))
    }

    package func error(_ code: String, _ message: String, hint: String? = nil) -> Diagnostic {
        Diagnostic(.error, code: code, file: file, at: place, message: message, hint: hint)
    }

    private func parse(_ bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool) throws {
        let status = bytes.withMemoryRebound(to: CChar.self) {
            XML_Parse(parser, $0.baseAddress, Int32($0.count), isFinal ? 1 : 0)
        }
        if let failure { throw failure }
        if status == XML_STATUS_OK { return }
        throw syntaxError()
    }

    private func syntaxError() -> Diagnostic {
        let code = XML_GetErrorCode(parser)
        let text = XML_ErrorString(code).map { String(cString: $0) } ?? "not well-formed"
        switch code {
        case XML_ERROR_NO_ELEMENTS:
            return hasRoot
                ? error("xml.truncated", "the file ends in the middle", hint: "get the file again from where it came")
                : error("xml.empty", "no element found: the file is empty or cut short")
        case XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR, XML_ERROR_UNCLOSED_CDATA_SECTION:
            return error(
                "xml.truncated", "the file ends in the middle (\(text))", hint: "get the file again from where it came")
        case XML_ERROR_INVALID_TOKEN:
            return error(
                "xml.syntax", "not well-formed (invalid token)",
                hint: "a bare & or <, a control character, or bytes that are not in the declared encoding")
        case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
            return error("xml.junk", "text after the end of the document")
        case XML_ERROR_UNDEFINED_ENTITY:
            return undefinedEntity(nil)
        default:
            return error("xml.syntax", text)
        }
    }

    private func undefinedEntity(_ name: String?) -> Diagnostic {
        error(
            "xml.entity", name.map { "the entity &\($0); is not defined" } ?? "an entity is not defined",
            hint: "write the character itself, or a reference such as &#160;")
    }

    // MARK: Passing over

    /// Whether all that was given ends with an end tag, so that its handler may have the events of what follows from
    /// elsewhere. Not where the document type may change what they are.
    var isBehindEnd: Bool { held.isEmpty && lastEnd == fed && !hasInternalSubset }

    /// Elements that may still be opened within those that are open.
    var depthLeft: Int { limits.depth - depth }

    /// Begins to pass over bytes that expat is not given.
    func beginPassing(_ bytes: UnsafeBufferPointer<UInt8>) {
        runPlace = place
        (runOffset, runCounted) = (0, 0)
        run = bytes
    }

    /// The event at hand stands so many bytes from where passing began. Offsets only grow.
    func pass(to offset: Int) { runOffset = offset }

    /// Expat goes on so many bytes from where passing began.
    func endPassing(at offset: Int) {
        runOffset = offset
        let end = place
        run = nil
        passed.end(at: end, own: ownPlace)
    }

    // MARK: Callbacks

    /// Runs a handler's work; an error is kept and stops the parser, for none may cross C.
    private func attempt(_ work: () throws -> Void) {
        guard failure == nil else { return }
        do {
            try work()
        } catch {
            fail(located(error))
        }
    }

    /// An error of a handler, with where the parser is for those that do not know it.
    func located(_ error: any Error) -> any Error {
        guard var diagnostic = error as? Diagnostic, diagnostic.line == nil else { return error }
        let place = place
        diagnostic.file = diagnostic.file ?? file
        (diagnostic.line, diagnostic.column, diagnostic.offset) = (place.line, place.column, place.offset)
        return diagnostic
    }

    private func fail(_ error: any Error) {
        if failure == nil { failure = error }
        XML_StopParser(parser, 0)
    }

    private func install() {
        XML_SetElementHandler(
            parser,
            { context, name, attributes in
                guard let context, let name, let attributes else { return }
                Unmanaged<XMLParser>.fromOpaque(context).takeUnretainedValue().start(name, attributes)
            },
            { context, name in
                guard let context, let name else { return }
                Unmanaged<XMLParser>.fromOpaque(context).takeUnretainedValue().end(name)
            })
        XML_SetCharacterDataHandler(parser) { context, text, count in
            guard let context, let text else { return }
            let this = Unmanaged<XMLParser>.fromOpaque(context).takeUnretainedValue()
            text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
                let buffer = UnsafeBufferPointer(start: bytes, count: Int(count))
                this.attempt { try this.handler.text(buffer, of: this) }
            }
        }
        XML_SetCommentHandler(parser) { context, text in
            guard let context, let text else { return }
            let this = Unmanaged<XMLParser>.fromOpaque(context).takeUnretainedValue()
            this.attempt { try this.handler.comment(String(cString: text)) }
        }
        XML_SetStartNamespaceDeclHandler(parser) { context, prefix, name in
            guard let context else { return }
            let this = Unmanaged<XMLParser>.fromOpaque(context).takeUnretainedValue()
            let text = { (bytes: UnsafePointer<CChar>?) in bytes.map { String(cString: $0) } ?? "" }
            this.attempt { try this.handler.namespace(text(prefix), text(name)) }
        }
        XML_SetDoctypeDeclHandler(
            parser,
            { context, name, _, _, hasInternalSubset in
                guard let context, let name else { return }
                let this = Unmanaged<XMLParser>.fromOpaque(context).takeUnretainedValue()
                this.hasDocumentType = true
                this.hasInternalSubset = hasInternalSubset != 0
                this.attempt { try this.handler.documentType(String(cString: name)) }
            }, { _ in })
        XML_SetEntityDeclHandler(parser) { context, name, _, _, _, _, _, _, _ in
            guard let context else { return }
            let this = Unmanaged<XMLParser>.fromOpaque(context).takeUnretainedValue()
            let declared = name.map { String(cString: $0) } ?? ""
            this.fail(
                this.error(
                    "xml.entity-declaration", "the document type declares an entity (\(declared)), which is refused",
                    hint: "entities can be made to grow without end; save the file without its internal subset"))
        }
        // After a document type expat passes over undefined entities without a word, and text would be lost.
        XML_SetSkippedEntityHandler(parser) { context, name, isParameter in
            guard let context, isParameter == 0 else { return }
            let this = Unmanaged<XMLParser>.fromOpaque(context).takeUnretainedValue()
            let text = name.map { String(cString: $0) }
            guard this.offersEntities, let text else { return this.fail(this.undefinedEntity(text)) }
            this.attempt { try this.handler.entity(text, of: this) }
        }
        XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_NEVER)
    }

    /// The first reference in the tag at hand to an entity that is none of XML's five.
    private func undefinedEntityOfTag() -> String? {
        var start: Int32 = 0
        var size: Int32 = 0
        guard let context = XML_GetInputContext(parser, &start, &size) else { return nil }
        let count = XML_GetCurrentByteCount(parser)
        guard start >= 0, count > 1, count <= size - start else { return nil }
        let tag = UnsafeRawBufferPointer(start: context + Int(start), count: Int(count))
        guard tag.contains(UInt8(ascii: "&")) else { return nil }
        // A tag begins with "<": a zero byte beside it tells UTF-16 and its order.
        let unit = tag[0] == 0 || tag[1] == 0 ? 2 : 1
        let low = tag[0] == 0 ? 1 : 0
        var name: [UInt8]?
        for index in stride(from: low, to: tag.count, by: unit) {
            let isASCII = unit == 1 || index ^ 1 < tag.count && tag[index ^ 1] == 0
            let byte = isASCII ? tag[index] : 0xFF
            if byte == UInt8(ascii: "&") {
                name = []
            } else if byte == UInt8(ascii: ";"), let found = name {
                let text = String(decoding: found, as: UTF8.self)
                if found.first != UInt8(ascii: "#"), !["lt", "gt", "amp", "quot", "apos"].contains(text) {
                    return text
                }
                name = nil
            } else {
                name?.append(byte)
            }
        }
        return nil
    }

    private func start(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
        hasRoot = true
        depth += 1
        guard depth <= limits.depth else {
            return fail(error("xml.depth", "elements are nested deeper than \(limits.depth)"))
        }
        if attributes[0] != nil, let problem = problem(with: attributes) { return fail(problem) }
        attempt { try handler.start(XMLTag(parser: self, name: name, attributes: attributes)) }
    }

    private func problem(with attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) -> Diagnostic? {
        // A tag this short has no value too long: UTF-16 becomes half as large again.
        let mayBeLong = Int(XML_GetCurrentByteCount(parser)) > limits.attribute / 2
        var count = 0
        while attributes[2 * count] != nil, let value = attributes[2 * count + 1] {
            count += 1
            guard count <= limits.attributes else {
                return error("xml.attributes", "an element has more than \(limits.attributes) attributes")
            }
            guard !mayBeLong || XMLName.bytes(value).count <= limits.attribute else {
                return error("xml.attribute", "an attribute's value is longer than \(limits.attribute) bytes")
            }
        }
        guard hasDocumentType else { return nil }
        // Values that stand once in the file and come with every element would make a small file a large one.
        var defaults = 0
        for index in min(count, Int(XML_GetSpecifiedAttributeCount(parser)) / 2)..<count {
            if let value = attributes[2 * index + 1] { defaults += XMLName.bytes(value).count }
        }
        guard defaults <= limits.defaults else {
            return error(
                "xml.defaults", "the document type gives an element more than \(limits.defaults) bytes of attributes",
                hint: "save the file without its internal subset")
        }
        // After a document type expat drops undefined entities in attributes, and does not even call the handler below.
        if !offersEntities, let entity = undefinedEntityOfTag() { return undefinedEntity(entity) }
        return nil
    }

    private func end(_ name: UnsafePointer<CChar>) {
        depth -= 1
        if notesEnds { lastEnd = Int(XML_GetCurrentByteIndex(parser)) + Int(XML_GetCurrentByteCount(parser)) }
        attempt { try handler.end(XMLTag(parser: self, name: name, attributes: nil)) }
    }
}
