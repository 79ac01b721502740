public import ByteXML
internal import TranslationMemory
public import UnicodeText

/// Writes XLIFF 1.2, 2.0 or 2.1, unit by unit.
///
/// The short way is one text: `init(options:to:)`, `write` and `finish`. The long way writes what `XLIFFReader` gave:
/// `init(document:to:)`, then files, groups and units in their order. What the version at hand has no place for is left
/// out and counted.
public struct XLIFFWriter {
    public struct Options: Sendable {
        public var version: XLIFFVersion
        public var sourceLanguage: LanguageTag
        public var targetLanguage: LanguageTag?
        /// Name of the text that is translated.
        public var original: String
        public var tool = "dragoman"
        public var toolVersion: String
        /// `2024-03-01T12:00:00Z`; the writer has no clock.
        public var date: String?

        public init(
            version: XLIFFVersion = .v1_2, sourceLanguage: LanguageTag, targetLanguage: LanguageTag?, original: String,
            toolVersion: String, date: String? = nil
        ) {
            self.version = version
            self.sourceLanguage = sourceLanguage
            self.targetLanguage = targetLanguage
            self.original = original
            self.toolVersion = toolVersion
            self.date = date
        }
    }

    var markup: XLIFFMarkup
    let document: XLIFFDocument
    /// What is open and must be closed: `file`, `body`, `group`.
    private var open: [String] = []
    /// Target language of the file at hand.
    var targetLanguage: LanguageTag?
    /// Units written so far.
    public internal(set) var units = 0
    /// Attributes and elements left out because this version has no place for them.
    public internal(set) var omitted = 0
    /// Numbers given to what had no id.
    private var number = 0
    /// Whether units without an id get one; those of a file that is written again stay as they were.
    var givesIDs = false

    /// Characters left out because no XML may hold them.
    public var droppedCharacters: Int { markup.writer.dropped }

    var isFirst: Bool { document.isFirst }

    /// Begins a file of one text.
    public init(options: Options, to sink: @escaping ByteSink) throws {
        let version = options.version
        let modules = [("mtc", XLIFFModule.matches), ("gls", XLIFFModule.glossary), ("mda", XLIFFModule.metadata)]
        try self.init(
            document: XLIFFDocument(
                version: version.rawValue, namespace: version.namespace, sourceLanguage: options.sourceLanguage,
                targetLanguage: options.targetLanguage,
                namespaces: version.isFirst ? [] : modules.map { Attribute($0, $1) }),
            to: sink)
        var file = XLIFFFile(
            id: version.isFirst ? nil : "f1", original: options.original, sourceLanguage: options.sourceLanguage,
            targetLanguage: options.targetLanguage, attributes: [Attribute("xml:space", "preserve")])
        if version.isFirst {
            file.attributes.append(Attribute("datatype", "plaintext"))
            file.attributes.append(Attribute("tool-id", options.tool))
            if let date = options.date { file.attributes.append(Attribute("date", date)) }
            let tool = [
                Attribute("tool-id", options.tool), Attribute("tool-name", options.tool),
                Attribute("tool-version", options.toolVersion),
            ]
            file.other = [header([XLIFFElement("tool", namespace: version.namespace, attributes: tool)])]
        } else {
            let facts = [("name", options.tool), ("version", options.toolVersion), ("date", options.date ?? "")]
            file.other = [XLIFFMetadata.element(category: "tool", facts.filter { !$0.1.isEmpty })]
        }
        try beginFile(file)
        givesIDs = true
    }

    /// Begins a file like one that was read.
    public init(document: XLIFFDocument, to sink: @escaping ByteSink) throws {
        self.document = document
        markup = XLIFFMarkup(sink, namespace: document.namespace, namespaces: document.namespaces)
        targetLanguage = document.targetLanguage
        try markup.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff")
        let isDeclared = document.namespaces.contains { $0.name.isEmpty }
        if !isDeclared, !document.namespace.isEmpty { try markup.declare("xmlns", document.namespace) }
        for declared in document.namespaces {
            // Elements of the core are written without prefix.
            let name = declared.name.isEmpty ? "xmlns" : "xmlns:\(declared.name)"
            try markup.declare(name, declared.name.isEmpty ? document.namespace : declared.value)
        }
        if !document.version.isEmpty { try markup.attributes([Attribute("version", document.version)]) }
        if !document.isFirst {
            try markup.attributes(
                Self.languages(
                    document.sourceLanguage, "srcLang", document.targetLanguage, "trgLang", document.attributes))
        }
        try markup.attributes(document.attributes)
        try markup.raw(">\n")
    }

    private func header(_ content: [XLIFFElement]) -> XLIFFElement {
        XLIFFElement("header", namespace: document.namespace, content: content.map { .element($0) })
    }

    /// Begins a `file`; one that is open is ended.
    public mutating func beginFile(_ file: XLIFFFile) throws {
        try endFile()
        var own: [Attribute] = []
        if isFirst {
            own.append(Attribute("original", file.original ?? ""))
            own += Self.languages(
                file.sourceLanguage, "source-language", file.targetLanguage, "target-language", file.attributes)
            targetLanguage = file.targetLanguage
        } else {
            own.append(Attribute("id", XLIFFCodes2.token(file.id ?? nextID("f"))))
            if let original = file.original { own.append(Attribute("original", original)) }
        }
        try markup.open("file", own + fitting(file.attributes, .file))
        try markup.raw(">\n")
        open.append("file")
        if isFirst {
            let header = file.other.filter { $0.name == "header" }
            for element in fitting(header) { try line(element) }
            if header.isEmpty, !file.notes.isEmpty {
                try markup.raw("<header>\n")
                for note in file.notes { try write(note) }
                try markup.raw("</header>\n")
            }
            try markup.raw("<body>\n")
            open.append("body")
            omitted += file.other.count - header.count
        } else {
            for element in fitting(file.other) { try line(element) }
            try write(notes: file.notes)
        }
    }

    /// Ends the `file` and the groups that are open.
    public mutating func endFile() throws {
        while let name = open.popLast() { try markup.raw("</\(name)>\n") }
    }

    /// Begins a group inside what is open.
    public mutating func beginGroup(_ group: XLIFFGroup) throws {
        var own: [Attribute] = []
        if let id = group.id { own.append(Attribute("id", isFirst ? id : XLIFFCodes2.token(id))) }
        if !isFirst, group.id == nil { own.append(Attribute("id", nextID("g"))) }
        own += naming(group.name, group.type)
        try markup.open("group", own + fitting(group.attributes, .group))
        try markup.raw(">\n")
        open.append("group")
        if !isFirst {
            for element in fitting(group.other) { try line(element) }
            return try write(notes: group.notes)
        }
        for element in fitting(group.other) { try line(element) }
        for note in group.notes { try write(note) }
    }

    public mutating func endGroup() throws {
        guard open.last == "group" else { return }
        open.removeLast()
        try markup.raw("</group>\n")
    }

    /// Writes an element between units that has no place in the model (`bin-unit`).
    public mutating func write(_ element: XLIFFElement) throws {
        for element in fitting([element]) { try line(element) }
    }

    /// Writes a comment between units.
    public mutating func write(comment: String) throws {
        try markup.comment(comment)
        try markup.raw("\n")
    }

    /// Writes a unit.
    public mutating func write(_ unit: XLIFFUnit) throws {
        units += 1
        if isFirst { try write1(unit) } else { try write2(unit) }
    }

    /// Ends the file.
    public mutating func finish() throws {
        try endFile()
        try markup.raw("</xliff>\n")
        try markup.writer.flush()
    }

    mutating func line(_ element: XLIFFElement) throws {
        try markup.element(element)
        try markup.raw("\n")
    }

    mutating func nextID(_ prefix: String) -> String {
        number += 1
        return "\(prefix)\(number)"
    }

    /// Languages by the names a version has for them, but where they are spelled otherwise among the attributes.
    static func languages(
        _ source: LanguageTag?, _ sourceName: String, _ target: LanguageTag?, _ targetName: String,
        _ attributes: [Attribute]
    ) -> [Attribute] {
        var result: [Attribute] = []
        if let source, attributes[sourceName] == nil { result.append(Attribute(sourceName, source.description)) }
        if let target, attributes[targetName] == nil { result.append(Attribute(targetName, target.description)) }
        return result
    }
}
