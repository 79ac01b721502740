internal import ByteXML
internal import TranslationMemory
internal import UnicodeText

/// Builds units out of the events of a TMX file.
final class TMXHandler: XMLHandler {
    private let file: String?
    private let limits: XMLLimits
    private let report: (Diagnostic) -> Void
    private let foundHeader: (TMXHeader) throws -> Void
    private let foundUnit: (TranslationUnit) throws -> Void

    private var path: [String] = []
    private var header = TMXHeader(version: "")
    private var sawHeader = false
    private var sawRoot = false
    private var unit: TranslationUnit?
    private var unitPlace = XMLPlace(line: 0, column: 0, offset: 0)
    private var unitNumber = 0
    private var variant: Variant?
    private var variantIsUsable = true
    private var segment: TMXSegmentBuilder?
    private var annotation: Annotation?
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

    func start(_ element: XMLElement, at place: XMLPlace) throws {
        defer { path.append(element.name) }
        if segment != nil {
            try segment?.open(element, place)
            return
        }
        switch (path.last, element.name) {
        case (nil, "tmx"):
            sawRoot = true
            header.version = element["version"] ?? ""
        case (nil, _):
            throw problem(
                .error, "tmx.root", place, "this is no TMX: the document is <\(element.name)>",
                hint: "--from names the format if it is another one")
        case ("tmx", "header"):
            header.attributes = Self.attributes(element)
        case ("tmx", "body"):
            sawHeader = true
            try foundHeader(header)
        case ("header", "ude"):
            header.encodings.append(TMXHeader.UserEncoding(attributes: Self.attributes(element)))
        case ("ude", "map"):
            if !header.encodings.isEmpty {
                header.encodings[header.encodings.count - 1].maps.append(Self.attributes(element))
            }
        case ("header", "note"), ("tu", "note"), ("tuv", "note"), ("header", "prop"), ("tu", "prop"), ("tuv", "prop"):
            annotation = Self.annotation(element)
            gathered.removeAll(keepingCapacity: true)
        case ("body", "tu"):
            startUnit(element, place)
        case ("tu", "tuv"):
            startVariant(element, place)
        case ("tuv", "seg"):
            segment = TMXSegmentBuilder(limit: limits.text)
        default:
            break
        }
    }

    func end(_ name: String, at place: XMLPlace) throws {
        path.removeLast()
        if segment != nil {
            if name == "seg", path.last == "tuv" {
                variant?.segment = try segment?.finish() ?? InlineText("")
                variantHasSegment = true
                segment = nil
            } else {
                try segment?.close(name)
            }
            return
        }
        switch name {
        case "note", "prop":
            endAnnotation()
        case "tuv":
            endVariant(place)
        case "tu":
            try endUnit()
        default:
            break
        }
    }

    private var variantHasSegment = false

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        if segment != nil {
            try segment?.text(bytes)
        } else if annotation != nil {
            guard gathered.count + bytes.count <= limits.text else {
                throw Diagnostic(
                    .error, code: "tmx.limit", file: file, message: "a note is longer than \(limits.text) bytes")
            }
            gathered.append(contentsOf: bytes)
        }
    }

    /// After the last event: a file without a body is no TMX, though it may be well-formed.
    func finish() throws {
        guard sawRoot, sawHeader else {
            throw Diagnostic(.error, code: "tmx.no-body", file: file, message: "this TMX has no <body>")
        }
    }

    private func startUnit(_ element: XMLElement, _ place: XMLPlace) {
        unitNumber += 1
        unitPlace = place
        let attributes = Self.attributes(element)
        let language = attributes["srclang"] ?? header.attributes["srclang"]
        unit = TranslationUnit(
            kind: SegmentKind(tmx: attributes["segtype"] ?? header.attributes["segtype"]),
            sourceLanguage: language.flatMap { LanguageTag(tmxSource: $0) },
            variants: [], attributes: attributes, origin: Origin(.import, name: file))
    }

    private func startVariant(_ element: XMLElement, _ place: XMLPlace) {
        variantHasSegment = false
        variantIsUsable = false
        let written = element["xml:lang"] ?? element["lang"]
        variant = nil
        guard let written else {
            report(
                problem(
                    .warning, "tmx.no-language", place, "<tuv> without xml:lang (tu \(unitName)); it was left out",
                    hint: "add xml:lang to it"))
            return
        }
        guard let language = LanguageTag(written) else {
            report(
                problem(
                    .warning, "tmx.bad-language", place,
                    "\"\(written)\" is no language tag (tu \(unitName)); the <tuv> was left out"))
            return
        }
        variantIsUsable = true
        var attributes = Self.attributes(element)
        // The tag is kept apart; its own spelling only where it differs.
        if element["xml:lang"] != nil, element["lang"] == nil,
            written.utf8.elementsEqual(language.description.utf8)
        {
            attributes["xml:lang"] = nil
        }
        variant = Variant(language: language, segment: InlineText(""), attributes: attributes)
    }

    private func endVariant(_ place: XMLPlace) {
        guard variantIsUsable, let variant else { return }
        guard variantHasSegment else {
            report(problem(.warning, "tmx.no-segment", place, "<tuv> without <seg> (tu \(unitName)); it was left out"))
            return
        }
        unit?.variants.append(variant)
        self.variant = nil
    }

    private func endUnit() throws {
        guard var unit else { return }
        self.unit = nil
        guard !unit.variants.isEmpty else {
            report(
                problem(
                    .warning, "tmx.empty-unit", unitPlace,
                    "<tu> without a usable <tuv> (tu \(unitName)); it was left out"))
            return
        }
        if isOwnFile { unit.context = Context(taking: &unit.annotations) }
        try foundUnit(unit)
    }

    /// Whether Dragoman wrote the file, in which what stood around a unit is in properties.
    private var isOwnFile: Bool {
        header.attributes["creationtool"]?.utf8.elementsEqual(TMXWriter.Options.defaultTool.utf8) ?? false
    }

    private func endAnnotation() {
        guard var done = annotation else { return }
        annotation = nil
        done.text = String(decoding: gathered, as: UTF8.self)
        if variant != nil {
            variant?.annotations.append(done)
        } else if unit != nil {
            // Those of a variant that is left out go with it.
            if path.last == "tu" { unit?.annotations.append(done) }
        } else if path.last == "header" {
            header.annotations.append(done)
        }
    }

    /// What people call a unit: its id, else its number in the file.
    private var unitName: String { unit?.attributes["tuid"] ?? "\(unitNumber)" }

    private func problem(
        _ severity: Diagnostic.Severity, _ code: String, _ place: XMLPlace, _ message: String, hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            severity, code: code, file: file, line: place.line, column: place.column, message: message, hint: hint)
    }

    static func attributes(_ element: XMLElement) -> [Attribute] {
        element.attributes.map { Attribute($0.name, $0.value) }
    }

    private static func annotation(_ element: XMLElement) -> Annotation {
        var attributes = attributes(element)
        let type = attributes["type"] ?? ""
        if element.name == "prop" { attributes["type"] = nil }
        return Annotation(
            kind: element.name == "note" ? .note : .property, type: element.name == "prop" ? type : "", text: "",
            attributes: attributes)
    }
}
