internal import TranslationMemory
internal import UnicodeText

/// Understands a unit that was gathered whole.
struct XLIFFUnitReader {
    let document: XLIFFDocument

    var isFirst: Bool { document.isFirst }

    /// `nil` for a unit without a source.
    func unit(_ element: XLIFFElement) -> XLIFFUnit? { isFirst ? unit1(element) : unit2(element) }

    /// What all units have.
    func head(_ element: XLIFFElement) -> XLIFFUnit {
        var attributes = element.attributes
        var unit = XLIFFUnit(
            id: attributes.take("id") ?? "", segments: [], name: attributes.take(isFirst ? "resname" : "name"),
            type: Self.type(&attributes, isFirst: isFirst))
        unit.isTranslatable = Self.flag("translate", &attributes)
        if isFirst { unit.isApproved = Self.flag("approved", &attributes) }
        unit.attributes = attributes
        return unit
    }

    /// `yes` or `no`; anything else stays.
    private static func flag(_ name: String, _ attributes: inout [Attribute]) -> Bool? {
        guard let value = attributes[name], value == "yes" || value == "no" else { return nil }
        attributes[name] = nil
        return value == "yes"
    }

    /// The kind of a text without the prefix that names of nobody's standard need. One that would not come back as it
    /// stands, for it breaks the standard's rule, stays among the attributes.
    static func type(_ attributes: inout [Attribute], isFirst: Bool) -> String? {
        let name = isFirst ? "restype" : "type"
        guard let written = attributes[name] else { return nil }
        let prefix = isFirst ? "x-" : "dragoman:"
        let bare = written.hasPrefix(prefix) ? String(written.dropFirst(prefix.count)) : written
        guard let type = [bare, written].first(where: { XLIFFTypeNames.written($0, isFirst: isFirst) == written })
        else {
            return nil
        }
        attributes[name] = nil
        return type
    }

    /// The notes of `note` or `notes`; none for other elements.
    func notes(_ element: XLIFFElement) -> [XLIFFNote] {
        if element.name == "note", isFirst, element.elements.isEmpty { return [note(element)] }
        guard element.name == "notes", !isFirst else { return [] }
        return element.elements.filter { $0.name == "note" }.map(note)
    }

    func note(_ element: XLIFFElement) -> XLIFFNote {
        var attributes = element.attributes
        var note = XLIFFNote(element.text, category: attributes.take(isFirst ? "from" : "category"))
        let name = isFirst ? "annotates" : "appliesTo"
        note.side = attributes[name].flatMap { XLIFFNote.Side(rawValue: $0) }
        if note.side != nil { attributes[name] = nil }
        note.attributes = attributes
        return note
    }

    /// The attributes of a `source` or `target` by names that tell the side.
    func prefixed(_ attributes: [Attribute], _ side: String) -> [Attribute] {
        attributes.map { Attribute("\(side)/\($0.name)", $0.value) }
    }

    func isOwn(_ element: XLIFFElement) -> Bool { element.namespace == document.namespace }
}
