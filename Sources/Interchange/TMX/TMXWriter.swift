public import ByteXML
public import TranslationMemory
public import UnicodeText

/// Writes TMX 1.4 that every tool takes.
///
/// Strict where other tools are: seven header attributes, the source variant first and its language spelled as in
/// `srclang`, dates as `YYYYMMDDThhmmssZ`, properties `x-…` and in front of the variants, no blanks at the ends of a
/// segment, no `hi` around words, no characters outside XML's Char, paired codes that are pairs. What a unit has beyond
/// that is left out.
public struct TMXWriter {
    public struct Options: Sendable {
        /// `srclang` of the header; `nil` for `*all*`, which says that every variant of a unit may be the source.
        public var sourceLanguage: LanguageTag?
        public var tool = "dragoman"
        public var toolVersion: String
        /// `YYYYMMDDThhmmssZ`; the writer has no clock.
        public var date: String?

        public init(sourceLanguage: LanguageTag?, toolVersion: String, date: String? = nil) {
            self.sourceLanguage = sourceLanguage
            self.toolVersion = toolVersion
            self.date = date
        }
    }

    private let options: Options
    private var writer: XMLWriter
    /// Units written so far.
    public private(set) var units = 0

    /// Characters left out because no XML may hold them.
    public var droppedCharacters: Int { writer.dropped }

    /// Begins a file: writes its head.
    public init(options: Options, to sink: @escaping ByteSink) throws {
        self.options = options
        writer = XMLWriter(sink)
        try writer.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n  <header")
        try writer.attribute("creationtool", options.tool)
        try writer.attribute("creationtoolversion", options.toolVersion)
        try writer.attribute("segtype", "sentence")
        try writer.attribute("o-tmf", "dragoman")
        try writer.attribute("adminlang", "en")
        try writer.attribute("srclang", options.sourceLanguage?.description ?? Self.all)
        try writer.attribute("datatype", "plaintext")
        if let date = options.date { try writer.attribute("creationdate", date) }
        try writer.raw("/>\n  <body>\n")
    }

    private static let all = "*all*"

    /// Writes a unit: its source and the variants in the languages asked for (all of them for `nil`).
    ///
    /// - Parameter properties: written before those of the unit itself.
    public mutating func write(
        _ unit: TranslationUnit, languages: [LanguageTag]? = nil, properties: [Annotation] = []
    ) throws {
        let variants = ordered(unit, languages)
        guard let first = variants.first else { return }
        units += 1
        try writer.raw("    <tu")
        try writeUnitAttributes(unit, first)
        try writer.raw(">\n")
        for annotation in properties + unit.annotations { try write(annotation, indent: "      ") }
        let keepsX = TMXStrictCodes.haveEqualX(variants.map(\.segment))
        for (index, variant) in variants.enumerated() {
            try write(variant, as: index == 0 ? spelling(unit, variant) : variant.language, keepsX: keepsX)
        }
        try writer.raw("    </tu>\n")
    }

    /// Ends the file.
    public mutating func finish() throws {
        try writer.raw("  </body>\n</tmx>\n")
        try writer.flush()
    }

    /// The source variant, then the others by the order of the languages asked for, else as they stand.
    private func ordered(_ unit: TranslationUnit, _ languages: [LanguageTag]?) -> [Variant] {
        var source = unit.source
        var rest = unit.variants
        // Of a unit whose every variant may be the source, the first one wanted is; whole, it stays in its order.
        if unit.sourceLanguage == nil, let languages {
            let wanted = (options.sourceLanguage.map { [$0] } ?? []) + languages
            source = wanted.lazy.compactMap { unit.variants(in: $0).first }.first ?? source
        }
        if let source, let index = rest.firstIndex(of: source) { rest.remove(at: index) }
        if let languages {
            rest = languages.flatMap { language in rest.filter { language.covers($0.language) } }
        }
        return (source.map { [$0] } ?? []) + rest
    }

    /// The language a unit's source is written under: the file's own where it covers the variant's.
    private func spelling(_ unit: TranslationUnit, _ variant: Variant) -> LanguageTag {
        guard unit.sourceLanguage != nil, unit.source == variant, let own = options.sourceLanguage,
            own.covers(variant.language)
        else { return variant.language }
        return own
    }

    /// What a unit says of its source: nothing where the header says it.
    private func sourceLanguage(_ unit: TranslationUnit, _ first: Variant) -> String? {
        guard unit.sourceLanguage != nil, unit.source != nil else {
            return options.sourceLanguage == nil ? nil : Self.all
        }
        let language = spelling(unit, first)
        return language == options.sourceLanguage ? nil : language.description
    }

    private mutating func writeUnitAttributes(_ unit: TranslationUnit, _ first: Variant) throws {
        if let id = unit.attributes["tuid"], !id.isEmpty, !id.utf8.contains(where: { $0 <= 0x20 }) {
            try writer.attribute("tuid", id)
        }
        try writeStamps(unit.attributes)
        if unit.kind != .sentence { try writer.attribute("segtype", unit.kind.rawValue) }
        if let language = sourceLanguage(unit, first) { try writer.attribute("srclang", language) }
    }

    /// Who and when, where they are what TMX wants.
    private mutating func writeStamps(_ attributes: [Attribute]) throws {
        for name in ["creationdate", "creationid", "changedate", "changeid", "usagecount", "lastusagedate"] {
            guard let value = attributes[name] else { continue }
            if name.hasSuffix("date"), !TMXDate.isValid(value) { continue }
            if name == "usagecount", value.isEmpty || !value.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { continue }
            try writer.attribute(name, value)
        }
    }

    private mutating func write(_ annotation: Annotation, indent: String) throws {
        switch annotation.kind {
        case .note:
            try writer.raw("\(indent)<note")
        case .property:
            let type = annotation.type.isEmpty ? "property" : annotation.type
            try writer.raw("\(indent)<prop")
            try writer.attribute("type", type.hasPrefix("x-") ? type : "x-\(type)")
        }
        if let language = annotation.attributes["xml:lang"].flatMap({ LanguageTag($0) }) {
            try writer.attribute("xml:lang", language.description)
        }
        try writer.raw(">")
        try writer.text(annotation.text)
        try writer.raw(annotation.kind == .note ? "</note>\n" : "</prop>\n")
    }

    private mutating func write(_ variant: Variant, as language: LanguageTag, keepsX: Bool) throws {
        try writer.raw("      <tuv")
        try writer.attribute("xml:lang", language.description)
        try writeStamps(variant.attributes)
        try writer.raw(">\n")
        for annotation in variant.annotations { try write(annotation, indent: "        ") }
        try writer.raw("        <seg>")
        try write(TMXStrictCodes.made(of: variant.segment, keepsX: keepsX))
        try writer.raw("</seg>\n      </tuv>\n")
    }

    private mutating func write(_ segment: InlineText) throws {
        var position = 0
        for code in segment.codes {
            let end = min(max(position, code.position), segment.text.count)
            try writer.text(segment.text[position..<end])
            position = end
            try write(code)
        }
        try writer.text(segment.text[position..<segment.text.count])
    }

    private mutating func write(_ code: InlineCode) throws {
        let name = code.kind.rawValue
        try writer.raw("<\(name)")
        for attribute in code.attributes { try writer.attribute(attribute.name, attribute.value) }
        if code.content.isEmpty { return try writer.raw("/>") }
        try writer.raw(">")
        for content in code.content {
            switch content {
            case .text(let text):
                try writer.text(text)
            case .sub(let attributes, let inner):
                try writer.raw("<sub")
                for attribute in attributes where ["datatype", "type"].contains(attribute.name) {
                    try writer.attribute(attribute.name, attribute.value)
                }
                try writer.raw(">")
                try write(TMXStrictCodes.made(of: inner, keepsX: false))
                try writer.raw("</sub>")
            }
        }
        try writer.raw("</\(name)>")
    }
}
