internal import TranslationMemory
internal import UnicodeText

/// Facts of ours that only the metadata module of XLIFF 2 has a place for.
enum XLIFFMetadata {
    static let penalty = "penalty"
    static let tool = "tool"
    static let note = "note"
    /// Category of the groups that are ours.
    static let category = "dragoman"

    static func element(category: String, _ facts: [(type: String, value: String)]) -> XLIFFElement {
        let metas = facts.map { fact in
            XLIFFElement.Content.element(
                XLIFFElement(
                    "meta", namespace: XLIFFModule.metadata, attributes: [Attribute("type", fact.type)],
                    content: [.text(UTF8Text(fact.value))]))
        }
        let group = XLIFFElement(
            "metaGroup", namespace: XLIFFModule.metadata, attributes: [Attribute("category", category)], content: metas)
        return XLIFFElement("metadata", namespace: XLIFFModule.metadata, content: [.element(group)])
    }

    /// The facts of an element that is ours whole, else `nil`.
    static func facts(_ element: XLIFFElement) -> [(type: String, value: String)]? {
        guard element.name == "metadata", element.namespace == XLIFFModule.metadata, element.attributes.isEmpty,
            element.elements.count == 1, let group = element.elements.first, group.name == "metaGroup",
            group.attributes == [Attribute("category", category)]
        else { return nil }
        return group.elements.map { ($0.attributes["type"] ?? "", $0.text.description) }
    }
}
