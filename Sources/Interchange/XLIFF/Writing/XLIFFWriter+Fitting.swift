internal import TranslationMemory

extension XLIFFWriter {
    enum Place {
        case file, group, unit, segment, match, note
    }

    /// The attributes that the version at hand has a place for; others are counted.
    mutating func fitting(_ attributes: [Attribute], _ place: Place) -> [Attribute] {
        let strange = isFirst ? Self.onlyInSecond : Self.onlyInFirst
        let kept = attributes.filter { !strange.contains($0.name) }
        omitted += attributes.count - kept.count
        return kept
    }

    /// The elements that may stand in this file: those of the other version's core may not.
    mutating func fitting(_ elements: [XLIFFElement]) -> [XLIFFElement] {
        let kept = elements.filter { element in
            element.namespace == document.namespace
                || !element.namespace.isEmpty && !element.namespace.hasPrefix("urn:oasis:names:tc:xliff:document:")
        }
        omitted += elements.count - kept.count
        return kept
    }

    /// The name and the kind of a text by the names of the version.
    func naming(_ name: String?, _ type: String?) -> [Attribute] {
        var result: [Attribute] = []
        if let name { result.append(Attribute(isFirst ? "resname" : "name", name)) }
        guard let type else { return result }
        result.append(
            Attribute(isFirst ? "restype" : "type", XLIFFTypeNames.written(type, isFirst: isFirst)))
        return result
    }

    private static let onlyInFirst: Set = [
        "resname", "restype", "approved", "datatype", "date", "tool-id", "product-name", "product-version", "build-num",
        "category", "ts", "size-unit", "maxwidth", "minwidth", "maxheight", "minheight", "maxbytes", "minbytes",
        "charclass", "extradata", "help-id", "menu", "menu-option", "menu-name", "coord", "font", "css-style", "style",
        "exstyle", "extype", "merged-trans", "reformat", "phase-name", "tool", "source-language", "target-language",
        "crc", "mid", "match-quality", "alttranstype", "from", "annotates", "xml:lang", "target/phase-name",
        "target/restype", "target/resname", "target/coord", "target/equiv-trans", "target/tool", "source/ts",
        "target/ts",
    ]

    private static let onlyInSecond: Set = [
        "canResegment", "srcDir", "trgDir", "target/order", "source/xml:space", "target/xml:space", "matchSuitability",
        "similarity", "matchQuality", "ref", "reference", "subType", "appliesTo",
    ]
}
