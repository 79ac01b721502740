internal import UnicodeText

/// A whole unit as JSON: what the journal keeps of a unit before it was changed.
enum UnitImage {
    static func encode(_ unit: TranslationUnit) -> [UInt8] {
        var members: [(name: [UInt8], value: JSONValue)] = []
        func put(_ name: String, _ value: JSONValue?) {
            if let value { members.append((Array(name.utf8), value)) }
        }
        put("kind", .string(unit.kind.rawValue))
        put("language", unit.sourceLanguage.map { .string($0.description) })
        put("variants", .array(unit.variants.map(value)))
        put("attributes", unit.attributes.isEmpty ? nil : MetadataCoding.value(unit.attributes))
        put("annotations", unit.annotations.isEmpty ? nil : MetadataCoding.value(unit.annotations))
        put("origin", value(unit.origin))
        put("context", unit.context.isEmpty ? nil : ContextCoding.value(unit.context))
        if !unit.termLinks.isEmpty { put("links", .array(unit.termLinks.map(value))) }
        return JSONValue.object(members).encoded
    }

    static func decode(_ bytes: [UInt8], id: Int64) -> TranslationUnit? {
        guard let value = JSONParser.parse(bytes), let kind = value["kind"]?.text.flatMap(SegmentKind.init(rawValue:)),
            let variants = all(value["variants"], variant), let origin = origin(value["origin"]),
            let attributes = MetadataCoding.attributes(value["attributes"]),
            let annotations = MetadataCoding.annotations(value["annotations"]),
            let context = ContextCoding.context(value["context"]), let links = all(value["links"], link)
        else { return nil }
        return TranslationUnit(
            id: id, kind: kind, sourceLanguage: value["language"]?.text.flatMap { LanguageTag($0) }, variants: variants,
            attributes: attributes, annotations: annotations, origin: origin, context: context, termLinks: links)
    }

    private static func all<T>(_ value: JSONValue?, _ decode: (JSONValue) -> T?) -> [T]? {
        let elements = value?.elements ?? []
        let result = elements.compactMap(decode)
        return result.count == elements.count ? result : nil
    }

    private static func value(_ variant: Variant) -> JSONValue {
        var members: [(name: [UInt8], value: JSONValue)] = [
            (Array("language".utf8), .string(variant.language.description)),
            (Array("text".utf8), .string(variant.segment.text.bytes)),
        ]
        if !variant.segment.codes.isEmpty {
            members.append((Array("codes".utf8), InlineCodeCoding.value(variant.segment.codes)))
        }
        if !variant.attributes.isEmpty {
            members.append((Array("attributes".utf8), MetadataCoding.value(variant.attributes)))
        }
        if !variant.annotations.isEmpty {
            members.append((Array("annotations".utf8), MetadataCoding.value(variant.annotations)))
        }
        return .object(members)
    }

    private static func variant(_ value: JSONValue) -> Variant? {
        guard let language = value["language"]?.text.flatMap({ LanguageTag($0) }),
            let text = value["text"]?.bytes.flatMap({ UTF8Text(validating: $0) }),
            let codes = InlineCodeCoding.codes(value["codes"]),
            let attributes = MetadataCoding.attributes(value["attributes"]),
            let annotations = MetadataCoding.annotations(value["annotations"])
        else { return nil }
        return Variant(
            language: language, segment: InlineText(text, codes: codes), attributes: attributes,
            annotations: annotations)
    }

    private static func value(_ origin: Origin) -> JSONValue {
        var members: [(name: [UInt8], value: JSONValue)] = [(Array("kind".utf8), .string(origin.kind.rawValue))]
        if let name = origin.name { members.append((Array("name".utf8), .string(name))) }
        if let confidence = origin.confidence, confidence.isFinite {
            members.append((Array("confidence".utf8), .number(Array(confidence.description.utf8))))
        }
        return .object(members)
    }

    private static func origin(_ value: JSONValue?) -> Origin? {
        guard let kind = value?["kind"]?.text.flatMap(Origin.Kind.init(rawValue:)) else { return nil }
        return Origin(kind, name: value?["name"]?.text, confidence: value?["confidence"]?.double)
    }

    private static func value(_ link: TermLink) -> JSONValue {
        .array([
            .string(link.concept), .string(link.term.bytes), .number(link.range.lowerBound),
            .number(link.range.upperBound),
        ])
    }

    private static func link(_ value: JSONValue) -> TermLink? {
        guard let parts = value.elements, parts.count == 4, let concept = parts[0].text,
            let term = parts[1].bytes.flatMap({ UTF8Text(validating: $0) }), let start = parts[2].integer,
            let end = parts[3].integer, start >= 0, end >= start
        else { return nil }
        return TermLink(concept: concept, term: term, range: Int(start)..<Int(end))
    }
}
