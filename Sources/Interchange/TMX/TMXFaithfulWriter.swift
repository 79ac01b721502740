public import ByteXML
public import TranslationMemory
public import UnicodeText

/// Writes TMX as it was read: the head of the file, all attributes, properties and notes, codes of every kind, blanks at
/// the ends of segments, languages as they were spelled, units in the order they are given.
///
/// Other tools may refuse such a file or lose the words inside a `hi`; `TMXWriter` writes what they take.
public struct TMXFaithfulWriter {
    private let header: TMXHeader
    private var writer: XMLWriter

    /// Characters left out because no XML may hold them.
    public var droppedCharacters: Int { writer.dropped }

    /// Begins a file: writes its head.
    public init(header: TMXHeader, to sink: @escaping ByteSink) throws {
        self.header = header
        writer = XMLWriter(sink)
        try writer.begin(header)
    }

    /// Writes a unit: its variants in the languages asked for, all of them for `nil`, in their order.
    public mutating func write(_ unit: TranslationUnit, languages: [LanguageTag]? = nil) throws {
        let source = unit.sourceIndex
        let variants = unit.variants.indices.filter { index in
            guard let languages else { return true }
            return index == source || languages.contains { $0.covers(unit.variants[index].language) }
        }
        guard !variants.isEmpty else { return }
        try writer.raw("    <tu")
        try writer.attributes(attributes(of: unit))
        try writer.raw(">\n")
        for annotation in unit.annotations { try writer.annotation(annotation, indent: "      ") }
        for index in variants {
            let variant = unit.variants[index]
            try writer.raw("      <tuv")
            try writer.attributes(attributes(of: variant))
            try writer.raw(">\n")
            for annotation in variant.annotations { try writer.annotation(annotation, indent: "        ") }
            try writer.raw("        <seg>")
            try writer.segment(variant.segment)
            try writer.raw("</seg>\n      </tuv>\n")
        }
        try writer.raw("    </tu>\n")
    }

    /// Ends the file.
    public mutating func finish() throws { try writer.end() }

    /// Those of the unit; its source and its kind are told where a reader would take others from the head.
    private func attributes(of unit: TranslationUnit) -> [Attribute] {
        var attributes = unit.attributes
        attributes[RepeatedUnits.attribute] = nil
        let source = attributes["srclang"] ?? header.attributes["srclang"]
        if source.flatMap({ LanguageTag(tmxSource: $0) }) != unit.sourceLanguage {
            attributes["srclang"] = unit.sourceLanguage?.description ?? TMXHeader.anyLanguage
        }
        let kind = attributes["segtype"] ?? header.attributes["segtype"]
        if SegmentKind(tmx: kind) != unit.kind { attributes["segtype"] = unit.kind.rawValue }
        return attributes
    }

    /// Those of the variant, with its language as the file spelled it.
    private func attributes(of variant: Variant) -> [Attribute] {
        var attributes = variant.attributes
        attributes[RepeatedUnits.attribute] = nil
        let spelled = attributes["xml:lang"] ?? attributes["lang"]
        if spelled.flatMap({ LanguageTag($0) }) == variant.language { return attributes }
        // A spelling that is there is that of a language it had before.
        attributes.removeAll { $0.name == "xml:lang" || $0.name == "lang" }
        return [Attribute("xml:lang", variant.language.description)] + attributes
    }
}

extension LanguageTag {
    /// The language of a `srclang`; none for `*all*`.
    init?(tmxSource text: String) {
        guard text != TMXHeader.anyLanguage else { return nil }
        self.init(text)
    }
}

extension SegmentKind {
    /// The kind a `segtype` names; a sentence where there is none or another word.
    init(tmx name: String?) { self = name.flatMap { SegmentKind(rawValue: $0) } ?? .sentence }
}
