public import ByteXML
public import TranslationMemory
public import UnicodeText

/// Writes TMX 1.4 that every tool takes.
///
/// Strict where other tools are: seven header attributes, the source variant first and its language spelled as in
/// `srclang`, dates as `YYYYMMDDThhmmssZ`, properties `x-…` and in front of the variants, no blanks at the ends of a
/// segment, no `hi` around words, no characters outside XML's Char, paired codes that are pairs. What a unit has beyond
/// that is left out; `TMXFaithfulWriter` writes it.
public struct TMXWriter {
    public struct Options: Sendable {
        /// `srclang` of the header; `nil` for `*all*`, which says that every variant of a unit may be the source.
        public var sourceLanguage: LanguageTag?
        public var tool = defaultTool
        public var toolVersion: String
        /// `YYYYMMDDThhmmssZ`; the writer has no clock.
        public var date: String?
        public var version = Version.v1_4
        /// Whether segments have inline codes (level 2) or are text alone (level 1).
        public var hasCodes = true

        package static let defaultTool = "dragoman"

        public init(sourceLanguage: LanguageTag?, toolVersion: String, date: String? = nil) {
            self.sourceLanguage = sourceLanguage
            self.toolVersion = toolVersion
            self.date = date
        }

        /// The head of a file with these options.
        public var header: TMXHeader {
            var attributes = [
                Attribute("creationtool", tool), Attribute("creationtoolversion", toolVersion),
                Attribute("segtype", "sentence"), Attribute("o-tmf", "dragoman"), Attribute("adminlang", "en"),
                Attribute("srclang", sourceLanguage?.description ?? TMXHeader.anyLanguage),
                Attribute("datatype", "plaintext"),
            ]
            attributes["creationdate"] = date
            return TMXHeader(version: version.rawValue, attributes: attributes)
        }
    }

    public enum Version: String, Sendable, CaseIterable {
        /// For old tools: `lang` instead of `xml:lang`, `sub` without attributes.
        case v1_1 = "1.1"
        case v1_4 = "1.4"
    }

    private let options: Options
    private var writer: XMLWriter
    private var languages = TMXLanguages()
    /// Units written so far.
    public private(set) var units = 0

    /// Characters left out because no XML may hold them.
    public var droppedCharacters: Int { writer.dropped }

    /// Begins a file: writes its head.
    public init(options: Options, to sink: @escaping ByteSink) throws {
        self.options = options
        writer = XMLWriter(sink)
        try writer.begin(options.header)
    }

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
        for annotation in properties { try write(annotation, indent: "      ") }
        for annotation in unit.annotations { try write(annotation, indent: "      ") }
        let keepsX = TMXStrictCodes.haveEqualX(variants)
        try write(first, as: spelling(unit, first), keepsX: keepsX)
        for index in variants.indices.dropFirst() {
            try write(variants[index], as: variants[index].language, keepsX: keepsX)
        }
        try writer.raw("    </tu>\n")
    }

    /// Ends the file.
    public mutating func finish() throws {
        try writer.end()
    }

    /// The source variant, then the others by the order of the languages asked for, else as they stand.
    private func ordered(_ unit: TranslationUnit, _ languages: [LanguageTag]?) -> [Variant] {
        var source = unit.sourceIndex
        var rest = unit.variants
        // Of a unit whose every variant may be the source, the first one wanted is; whole, it stays in its order.
        if unit.sourceLanguage == nil, let languages {
            let wanted = (options.sourceLanguage.map { [$0] } ?? []) + languages
            let first = wanted.lazy.compactMap { unit.variants(in: $0).first }.first
            source = first.flatMap { unit.variants.firstIndex(of: $0) } ?? source
        }
        if let source, source > 0 { rest.insert(rest.remove(at: source), at: 0) }
        guard let languages else { return rest }
        let front = source == nil ? 0 : 1
        return rest.prefix(front)
            + languages.flatMap { language in rest[front...].filter { language.covers($0.language) } }
    }

    /// The language a unit's source is written under: the file's own where it covers the variant's.
    private func spelling(_ unit: TranslationUnit, _ variant: Variant) -> LanguageTag {
        guard unit.sourceLanguage != nil, let own = options.sourceLanguage, own != variant.language,
            own.covers(variant.language), unit.source == variant
        else { return variant.language }
        return own
    }

    /// What a unit says of its source: nothing where the header says it.
    private func sourceLanguage(_ unit: TranslationUnit, _ first: Variant) -> String? {
        guard unit.sourceLanguage != nil, unit.sourceIndex != nil else {
            return options.sourceLanguage == nil ? nil : TMXHeader.anyLanguage
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

    /// Who and when, where they are what TMX wants. Of attributes of one name the first is.
    private mutating func writeStamps(_ attributes: [Attribute]) throws {
        guard !attributes.isEmpty else { return }
        var places = SIMD8<Int>(repeating: -1)
        for index in attributes.indices {
            guard let stamp = Self.stamp(attributes[index].name), places[stamp] < 0 else { continue }
            places[stamp] = index
        }
        for stamp in Self.stamps.indices where places[stamp] >= 0 {
            let value = attributes[places[stamp]].value
            if Self.stamps[stamp].kind.holds(value) { try writer.attribute(Self.stamps[stamp].name, value) }
        }
    }

    /// Which of the stamps has this name.
    private static func stamp(_ name: String) -> Int? {
        let count = name.utf8.count
        // Most names are of none: those of other lengths are not compared.
        guard count >= 8, count <= 13 else { return nil }
        var name = name
        return name.withUTF8 { name in
            stamps.indices.first { stamp in
                let wanted = stamps[stamp].name
                return sameBytes(
                    UnsafeRawBufferPointer(name),
                    UnsafeRawBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount))
            }
        }
    }

    private enum Stamp {
        case date, name, count

        func holds(_ value: String) -> Bool {
            switch self {
            case .date: TMXDate.isValid(value)
            case .name: true
            case .count: !value.utf8.isEmpty && value.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
            }
        }
    }

    private static let stamps: [(name: StaticString, kind: Stamp)] = [
        ("creationdate", .date), ("creationid", .name), ("changedate", .date), ("changeid", .name),
        ("usagecount", .count), ("lastusagedate", .date),
    ]

    private mutating func write(_ annotation: Annotation, indent: String) throws {
        switch annotation.kind {
        case .note:
            try writer.raw(indent)
            try writer.raw("<note")
        case .property:
            let type = annotation.type.isEmpty ? "property" : annotation.type
            try writer.raw(indent)
            try writer.raw("<prop")
            try writer.attribute("type", Self.isPrivate(type) ? type : "x-\(type)")
        }
        if !annotation.attributes.isEmpty,
            var spelling = annotation.attributes["xml:lang"] ?? annotation.attributes["lang"],
            let language = spelling.withUTF8({ languages.language($0) })
        {
            try writer.attribute(languageName, language.tag.description)
        }
        try writer.raw(">")
        try writer.text(annotation.text)
        try writer.raw(annotation.kind == .note ? "</note>\n" : "</prop>\n")
    }

    /// Whether the name of a property begins with `x-`.
    private static func isPrivate(_ type: String) -> Bool {
        var bytes = type.utf8.makeIterator()
        return bytes.next() == UInt8(ascii: "x") && bytes.next() == UInt8(ascii: "-")
    }

    private mutating func write(_ variant: Variant, as language: LanguageTag, keepsX: Bool) throws {
        try writer.raw("      <tuv")
        try writer.attribute(languageName, language.description)
        try writeStamps(variant.attributes)
        try writer.raw(">\n")
        for annotation in variant.annotations { try write(annotation, indent: "        ") }
        try writer.raw("        <seg>")
        let segment = TMXStrictCodes.made(
            of: variant.segment, keepsX: keepsX, keepsSubAttributes: options.version != .v1_1)
        try writer.segment(options.hasCodes ? segment : InlineText(segment.text))
        try writer.raw("</seg>\n      </tuv>\n")
    }

    private var languageName: String { options.version == .v1_1 ? "lang" : "xml:lang" }
}
