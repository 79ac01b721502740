internal import ByteXML
internal import TranslationMemory
internal import UnicodeText

/// Turns the elements of a file into events: what holds units is followed as it comes, everything else is gathered whole.
final class XLIFFHandler: XMLHandler {
    private let file: String?
    private let keepsEverything: Bool
    private let report: (Diagnostic) -> Void
    private let found: (XLIFFEvent) throws -> Void

    /// Containers that are open: `xliff`, `file`, `header`, `body`, `group`.
    private var path: [String] = []
    private var document: XLIFFDocument?
    private var namespaces: [Attribute] = []
    /// Heads whose notes and other elements may still come.
    private var waitingFile: XLIFFFile?
    private var waitingGroup: XLIFFGroup?
    private var builder: XLIFFElementBuilder
    /// Depth of an element that is passed over.
    private var skipped = 0
    private var unitPlace = XMLPlace(line: 0, column: 0, offset: 0)
    private var unitNumber = 0

    init(
        file: String?, limits: XMLLimits, keepsEverything: Bool, report: @escaping (Diagnostic) -> Void,
        found: @escaping (XLIFFEvent) throws -> Void
    ) {
        self.file = file
        self.keepsEverything = keepsEverything
        self.report = report
        self.found = found
        builder = XLIFFElementBuilder(limit: limits.text)
    }

    func namespace(_ prefix: String, _ name: String) throws {
        // Those of the root alone; the writer declares others where they are needed.
        if document == nil { namespaces.append(Attribute(prefix, name)) }
    }

    func start(_ element: XMLElement, at place: XMLPlace) throws {
        if skipped > 0 {
            skipped += 1
        } else if builder.isOpen {
            builder.open(element)
            try checkLength(place)
        } else if document == nil {
            try startDocument(element, place)
        } else if try !startContainer(element) {
            if keepsEverything || isOfUse(element) {
                if isUnit(element.name) { unitPlace = place }
                builder.open(element)
                try checkLength(place)
            } else {
                skipped = 1
            }
        }
    }

    func end(_ name: String, at place: XMLPlace) throws {
        if skipped > 0 {
            skipped -= 1
        } else if builder.isOpen {
            if let element = builder.close() { try gathered(element) }
        } else if !path.isEmpty {
            try endContainer()
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        if builder.isOpen { builder.append(bytes) }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, of parser: XMLParser) throws {
        try text(bytes)
        if builder.isTooLong { try checkLength(parser.place) }
    }

    /// - Parameter place: `nil` where the parser adds it.
    private func checkLength(_ place: XMLPlace?) throws {
        guard builder.isTooLong else { return }
        throw Diagnostic(
            .error, code: "xliff.limit", file: file, line: place?.line, column: place?.column,
            offset: place?.offset,
            message: "a unit or a part of a head is longer than \(builder.limit) bytes")
    }

    func comment(_ text: String) throws {
        if builder.isOpen {
            builder.comment(text)
            try checkLength(nil)
        } else if skipped == 0, document != nil, waitingFile == nil, waitingGroup == nil, !path.isEmpty {
            try found(.comment(text))
        }
    }

    func finish(at end: XMLPlace) throws {
        guard document != nil else { throw problem(.error, "xliff.empty", end, "this XLIFF has no <xliff>") }
    }

    private func startDocument(_ element: XMLElement, _ place: XMLPlace) throws {
        guard element.name == "xliff" else {
            throw problem(
                .error, "xliff.root", place, "this is no XLIFF: the document is <\(element.name)>",
                hint: "--from names the format if it is another one")
        }
        let version = element["version"] ?? ""
        guard version.isEmpty || version.hasPrefix("1.") || version.hasPrefix("2.") || version == "1" || version == "2"
        else {
            throw problem(
                .error, "xliff.version", place, "this is XLIFF \(version), which is not known",
                hint: "1.0 to 1.2 and 2.0 to 2.2 are")
        }
        var head = XLIFFDocument(
            version: version, namespace: element.namespace, namespaces: namespaces,
            attributes: element.attributes.filter { $0.name != "version" }.map { Attribute($0.name, $0.value) })
        if !head.isFirst {
            head.sourceLanguage = Self.language("srcLang", &head.attributes)
            head.targetLanguage = Self.language("trgLang", &head.attributes)
        }
        document = head
        path.append("xliff")
        try found(.document(head))
    }

    /// Whether the element holds units or is the head of what does.
    private func startContainer(_ element: XMLElement) throws -> Bool {
        guard let document, element.namespace == document.namespace else { return false }
        switch (path.last, element.name) {
        case ("xliff", "file"):
            waitingFile = head(of: element, document)
        case ("file", "body") where document.isFirst:
            try giveWaiting()
        case ("body", "group") where document.isFirst, ("group", "group"):
            try startGroup(element)
        case ("file", "group") where !document.isFirst:
            try startGroup(element)
        default:
            return false
        }
        path.append(element.name)
        return true
    }

    private func startGroup(_ element: XMLElement) throws {
        try giveWaiting()
        var attributes = element.attributes.map { Attribute($0.name, $0.value) }
        waitingGroup = XLIFFGroup(
            id: attributes.take("id"), name: attributes.take(isFirst ? "resname" : "name"),
            type: XLIFFUnitReader.type(&attributes, isFirst: isFirst))
        waitingGroup?.attributes = attributes
    }

    private func endContainer() throws {
        let name = path.removeLast()
        if name == "group" || name == "file" || name == "body" { try giveWaiting() }
        if name == "group" { try found(.groupEnd) }
        if name == "file" { try found(.fileEnd) }
    }

    private var isFirst: Bool { document?.isFirst ?? true }

    private func head(of element: XMLElement, _ document: XLIFFDocument) -> XLIFFFile {
        var attributes = element.attributes.map { Attribute($0.name, $0.value) }
        var head = XLIFFFile(
            original: attributes.take("original"), sourceLanguage: document.sourceLanguage,
            targetLanguage: document.targetLanguage)
        if document.isFirst {
            head.sourceLanguage = Self.language("source-language", &attributes)
            head.targetLanguage = Self.language("target-language", &attributes)
        } else {
            head.id = attributes.take("id")
        }
        head.attributes = attributes
        return head
    }

    /// A language; where it is spelled otherwise than its tag, the attribute stays.
    private static func language(_ name: String, _ attributes: inout [Attribute]) -> LanguageTag? {
        guard let written = attributes[name], let language = LanguageTag(written) else { return nil }
        if language.description.utf8.elementsEqual(written.utf8) { attributes[name] = nil }
        return language
    }

    /// The heads of what is open, before the first thing in them.
    private func giveWaiting() throws {
        if let head = waitingFile {
            waitingFile = nil
            try found(.file(head))
        }
        if let group = waitingGroup {
            waitingGroup = nil
            try found(.group(group))
        }
    }

    private func isUnit(_ name: String) -> Bool { name == (isFirst ? "trans-unit" : "unit") }

    private func isOfUse(_ element: XMLElement) -> Bool {
        element.namespace == document?.namespace && isUnit(element.name)
    }

    private func gathered(_ element: XLIFFElement) throws {
        guard let document else { return }
        let isOwn = element.namespace == document.namespace
        if isOwn, isUnit(element.name) {
            try giveWaiting()
            unitNumber += 1
            let reader = XLIFFUnitReader(document: document)
            guard let unit = reader.unit(element) else {
                report(
                    problem(
                        .warning, "xliff.no-source", unitPlace,
                        "<\(element.name)> without <source> (\(element.attributes["id"] ?? "number \(unitNumber)")); it was left out"
                    ))
                return try found(.other(element))
            }
            return try found(.unit(unit, place: unitPlace))
        }
        let notes = isOwn ? XLIFFUnitReader(document: document).notes(element) : []
        switch (waitingGroup, waitingFile) {
        case (.some, _) where element.name != "bin-unit":
            waitingGroup?.notes += notes
            if notes.isEmpty { waitingGroup?.other.append(element) }
        case (nil, .some):
            waitingFile?.notes += notes
            if notes.isEmpty { waitingFile?.other.append(element) }
        default:
            try giveWaiting()
            try found(.other(element))
        }
    }

    private func problem(
        _ severity: Diagnostic.Severity, _ code: String, _ place: XMLPlace, _ message: String, hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(severity, code: code, file: file, at: place, message: message, hint: hint)
    }
}

extension [Attribute] {
    /// The value of an attribute, which is then no longer among the others.
    mutating func take(_ name: String) -> String? {
        guard let value = self[name] else { return nil }
        self[name] = nil
        return value
    }
}
