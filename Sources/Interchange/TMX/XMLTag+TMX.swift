internal import ByteXML
internal import TranslationMemory

/// What a tag of TMX carries.
extension XMLTag {
    func tmxAttributes(except isLeftOut: (XMLName) -> Bool = { _ in false }) -> [Attribute] {
        var attributes: [Attribute] = []
        forEachAttribute { name, value in
            if isLeftOut(name) { return }
            // Most tags have none to keep.
            if attributes.isEmpty { attributes.reserveCapacity(attributeCount) }
            attributes.append(Attribute(name.attributeName, value.text))
        }
        return attributes
    }

    /// The note or the property that begins, without its text.
    func tmxAnnotation(_ element: TMXElement) -> Annotation {
        guard element == .property else { return Annotation(kind: .note, text: "", attributes: tmxAttributes()) }
        func isType(_ name: XMLName) -> Bool { name.namespace.isEmpty && name.local.equals("type") }
        return Annotation(
            kind: .property, type: value("type")?.text ?? "", text: "", attributes: tmxAttributes(except: isType))
    }
}
