internal import ByteXML
internal import TranslationMemory
internal import UnicodeText

/// Builds units out of the events of a TMX file.
struct TMXUnitBuilder {
    private let file: String?
    private let limits: XMLLimits
    private let report: (Diagnostic) -> Void
    private let foundHeader: (TMXHeader) throws -> Void
    private let foundUnit: (TranslationUnit) throws -> Void

    /// The elements that are open, down to a segment.
    private var path: [TMXElement] = []
    private var header = TMXHeader(version: "")
    private var defaults = TMXDefaults()
    private var languages = TMXLanguages()
    private var sawHeader = false
    private var unit: TranslationUnit?
    private var unitPlace = XMLPlace(line: 0, column: 0, offset: 0)
    private var unitNumber = 0
    /// What the unit or the header takes so far, in bytes: its texts, and something for each of its parts.
    private var size = 0
    private var variant: Variant?
    private var variantIsUsable = false
    private var variantHasSegment = false
    private var segment = TMXSegmentBuilder()
    /// Elements open from `seg` on.
    private var segmentDepth = 0
    private var annotation: Annotation?
    private var annotationDepth = 0
    private var gathered: [UInt8] = []

    init(
        file: String?, limits: XMLLimits, report: @escaping (Diagnostic) -> Void,
        foundHeader: @escaping (TMXHeader) throws -> Void, foundUnit: @escaping (TranslationUnit) throws -> Void
    ) {
        self.file = file
        self.limits = limits
        self.report = report
        self.foundHeader = foundHeader
        self.foundUnit = foundUnit
    }

    var isBetweenUnits: Bool { path.last == .body }

    mutating func start(_ tag: XMLTag) throws {
        if segmentDepth > 0 {
            segmentDepth += 1
            segment.open(tag)
            return try checkSegment()
        }
        let element = TMXElement(tag.name.local)
        let parent = path.last
        path.append(element)
        switch (parent, element) {
        case (nil, .root):
            header.version = tag.value("version")?.text ?? ""
        case (nil, _):
            throw problem(
                .error, "tmx.root", tag.place, "this is no TMX: the document is <\(tag.name.local.text)>",
                hint: "--from names the format if it is another one")
        case (.root, .header):
            header.attributes = tag.tmxAttributes()
            defaults = TMXDefaults(header)
        case (.root, .body):
            sawHeader = true
            try foundHeader(header)
        case (.header, .encoding):
            header.encodings.append(TMXHeader.UserEncoding(attributes: tag.tmxAttributes()))
            try grow(by: tag)
        case (.encoding, .map):
            if !header.encodings.isEmpty {
                header.encodings[header.encodings.count - 1].maps.append(tag.tmxAttributes())
                try grow(by: tag)
            }
        case (.header, .note), (.unit, .note), (.variant, .note), (.header, .property), (.unit, .property),
            (.variant, .property):
            annotation = tag.tmxAnnotation(element)
            annotationDepth = path.count
            gathered.removeAll(keepingCapacity: gathered.count < 1 << 16)
            try grow(by: tag)
        case (.body, .unit):
            size = 0
            try grow(by: tag)
            startUnit(tag)
        case (.unit, .variant):
            try grow(by: tag)
            startVariant(tag)
        case (.variant, .segment):
            segment.reset()
            segmentDepth = 1
        default:
            break
        }
    }

    mutating func end(_ tag: XMLTag) throws {
        if segmentDepth > 0 {
            segmentDepth -= 1
            if segmentDepth > 0 { return segment.close() }
            size += segment.size
            try checkSize()
            variant?.segment = segment.finish()
            variantHasSegment = true
        }
        switch (path.popLast(), path.last) {
        case (.note, _), (.property, _):
            if annotation != nil, path.count + 1 == annotationDepth { endAnnotation() }
        case (.variant, .unit):
            endVariant(tag)
        case (.unit, .body):
            try endUnit()
        default:
            break
        }
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        if segmentDepth > 0 {
            segment.text(bytes)
            try checkSegment()
        } else if annotation != nil {
            size += bytes.count
            try checkSize()
            guard gathered.count + bytes.count <= limits.text else {
                throw Diagnostic(.error, code: "tmx.limit", message: "a note is longer than \(limits.text) bytes")
            }
            gathered.append(contentsOf: bytes)
        }
    }

    /// After the last event: a file without a body is no TMX, though it may be well-formed.
    func finish(at end: XMLPlace) throws {
        guard sawHeader else {
            throw problem(.error, "tmx.no-body", end, "this TMX has no <body>")
        }
    }

    private func checkSegment() throws {
        guard segment.size <= limits.text else {
            throw Diagnostic(.error, code: "tmx.limit", message: "a segment is longer than \(limits.text) bytes")
        }
    }

    private mutating func grow(by tag: XMLTag) throws {
        size += 64
        tag.forEachAttribute { size += 32 + $0.local.count + $1.count }
        try checkSize()
    }

    private func checkSize() throws {
        guard size <= limits.unit else {
            throw Diagnostic(
                .error, code: "tmx.limit", message: "a unit or the header is longer than \(limits.unit) bytes")
        }
    }

    private mutating func startUnit(_ tag: XMLTag) {
        unitNumber += 1
        unitPlace = tag.place
        let attributes = tag.tmxAttributes()
        let kind = attributes["segtype"].map { SegmentKind(tmx: $0) } ?? defaults.kind
        let language = attributes["srclang"].map { LanguageTag(tmxSource: $0) } ?? defaults.sourceLanguage
        unit = TranslationUnit(
            kind: kind, sourceLanguage: language, variants: [], attributes: attributes,
            origin: Origin(.import, name: file))
        unit?.variants.reserveCapacity(2)
    }

    private mutating func startVariant(_ tag: XMLTag) {
        variantHasSegment = false
        variantIsUsable = false
        variant = nil
        let modern = tag.xmlValue("lang")
        let old = tag.value("lang")
        guard let written = modern ?? old else {
            return report(
                problem(
                    .warning, "tmx.no-language", tag.place,
                    "<tuv> without xml:lang (tu \(unitName)); it was left out", hint: "add xml:lang to it"))
        }
        guard let (language, isCanonical) = languages.language(written) else {
            return report(
                problem(
                    .warning, "tmx.bad-language", tag.place,
                    "\"\(written.text)\" is no language tag (tu \(unitName)); the <tuv> was left out"))
        }
        variantIsUsable = true
        // The tag is kept apart; its own spelling only where it differs.
        let isPlain = modern != nil && old == nil && isCanonical
        let attributes = tag.tmxAttributes() { isPlain && $0.local.equals("lang") && $0.isOfXML }
        variant = Variant(language: language, segment: InlineText(UTF8Text()), attributes: attributes)
    }

    private mutating func endVariant(_ tag: XMLTag) {
        guard variantIsUsable, let done = variant.take() else { return }
        guard variantHasSegment else {
            return report(
                problem(
                    .warning, "tmx.no-segment", tag.place, "<tuv> without <seg> (tu \(unitName)); it was left out"))
        }
        unit?.variants.append(done)
    }

    private mutating func endUnit() throws {
        guard var done = unit.take() else { return }
        guard !done.variants.isEmpty else {
            let name = done.attributes["tuid"] ?? "\(unitNumber)"
            return report(
                problem(
                    .warning, "tmx.empty-unit", unitPlace, "<tu> without a usable <tuv> (tu \(name)); it was left out"))
        }
        if defaults.isOwnFile { done.takeContextProperties() }
        try foundUnit(done)
    }

    private mutating func endAnnotation() {
        guard var done = annotation.take() else { return }
        done.text = String(decoding: gathered, as: UTF8.self)
        if variant != nil {
            variant?.annotations.append(done)
        } else if unit != nil {
            // Those of a variant that is left out go with it.
            guard path.last == .unit else { return }
            if unit?.annotations.isEmpty == true { unit?.annotations.reserveCapacity(4) }
            unit?.annotations.append(done)
        } else if path.last == .header {
            header.annotations.append(done)
        }
    }

    /// What people call a unit: its id, else its number in the file.
    private var unitName: String { unit?.attributes["tuid"] ?? "\(unitNumber)" }

    private func problem(
        _ severity: Diagnostic.Severity, _ code: String, _ place: XMLPlace, _ message: String, hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(severity, code: code, file: file, at: place, message: message, hint: hint)
    }
}
