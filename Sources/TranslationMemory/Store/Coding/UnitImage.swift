internal import ByteJSON
internal import UnicodeText

/// A whole unit as JSON: what the journal keeps of a unit before it was changed.
enum UnitImage {
    static func encode(_ unit: TranslationUnit) -> [UInt8] {
        var members: [JSONValue.Member] = []
        func put(_ name: UTF8Text, _ value: JSONValue?) {
            if let value { members.append(.init(name, value)) }
        }
        put("kind", .string(unit.kind.rawValue))
        put("language", unit.sourceLanguage.map { .string($0.description) })
        put("variants", .array(unit.variants.map(value)))
        put("attributes", unit.attributes.isEmpty ? nil : MetadataCoding.value(unit.attributes))
        put("annotations", unit.annotations.isEmpty ? nil : MetadataCoding.value(unit.annotations))
        put("origin", value(unit.origin))
        put("context", ContextCoding.value(unit))
        if !unit.termLinks.isEmpty { put("links", .array(unit.termLinks.map(value))) }
        return JSONValue.object(members).encoded
    }

    static func decode(_ bytes: [UInt8], id: Int64) -> TranslationUnit? {
        guard let value = JSONValue.stored(bytes), let kind = value["kind"]?.text.flatMap(SegmentKind.init(rawValue:)),
            let variants = all(value["variants"], variant), let origin = origin(value["origin"]),
            let attributes = MetadataCoding.attributes(value["attributes"]),
            let annotations = MetadataCoding.annotations(value["annotations"]),
            let links = all(value["links"], link)
        else { return nil }
        var unit = TranslationUnit(
            id: id, kind: kind, sourceLanguage: value["language"]?.text.flatMap { LanguageTag($0) }, variants: variants,
            attributes: attributes, annotations: annotations, origin: origin, termLinks: links)
        return ContextCoding.decode(value["context"], into: &unit) ? unit : nil
    }

    private static func all<T>(_ value: JSONValue?, _ decode: (JSONValue) -> T?) -> [T]? {
        let elements = value?.array ?? []
        let result = elements.compactMap(decode)
        return result.count == elements.count ? result : nil
    }

    private static func value(_ variant: Variant) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("language", .string(variant.language.description)), .init("text", .string(variant.segment.text)),
        ]
        if !variant.segment.codes.isEmpty {
            members.append(.init("codes", InlineCodeCoding.value(variant.segment.codes)))
        }
        if !variant.attributes.isEmpty {
            members.append(.init("attributes", MetadataCoding.value(variant.attributes)))
        }
        if !variant.annotations.isEmpty {
            members.append(.init("annotations", MetadataCoding.value(variant.annotations)))
        }
        return .object(members)
    }

    private static func variant(_ value: JSONValue) -> Variant? {
        guard let language = value["language"]?.text.flatMap({ LanguageTag($0) }),
            let text = value["text"]?.string,
            let codes = InlineCodeCoding.codes(value["codes"]),
            let attributes = MetadataCoding.attributes(value["attributes"]),
            let annotations = MetadataCoding.annotations(value["annotations"])
        else { return nil }
        return Variant(
            language: language, segment: InlineText(text, codes: codes), attributes: attributes,
            annotations: annotations)
    }

    private static func value(_ origin: Origin) -> JSONValue {
        var members: [JSONValue.Member] = [.init("kind", .string(origin.kind.rawValue))]
        if let name = origin.name { members.append(.init("name", .string(name))) }
        if let confidence = origin.confidence, confidence.isFinite {
            members.append(.init("confidence", .number(UTF8Text(confidence.description))))
        }
        return .object(members)
    }

    private static func origin(_ value: JSONValue?) -> Origin? {
        guard let kind = value?["kind"]?.text.flatMap(Origin.Kind.init(rawValue:)) else { return nil }
        return Origin(kind, name: value?["name"]?.text, confidence: value?["confidence"]?.double)
    }

    private static func value(_ link: TermLink) -> JSONValue {
        .array([
            .string(link.concept), .string(link.term), .number(link.range.lowerBound),
            .number(link.range.upperBound),
        ])
    }

    private static func link(_ value: JSONValue) -> TermLink? {
        guard let parts = value.array, parts.count == 4, let concept = parts[0].text,
            let term = parts[1].string, let start = parts[2].integer,
            let end = parts[3].integer, start >= 0, end >= start
        else { return nil }
        return TermLink(concept: concept, term: term, range: start..<end)
    }
}
