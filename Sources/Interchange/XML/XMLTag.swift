/// A start or an end tag as expat gives it, in bytes that are valid during the event alone.
///
/// For readers that must be quick with many small elements; `element` makes a value that lasts.
struct XMLTag {
    let parser: XMLParser
    let name: XMLName
    /// Names and values by turns up to a null pointer; `nil` in an end tag.
    let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// Where the tag begins. Costs a scan of the text since the last time a place was asked for.
    var place: XMLPlace { parser.place }

    /// The value of an attribute without namespace.
    func value(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        value { $0.namespace.isEmpty && $0.local.equals(name) }
    }

    /// The value of an attribute of XML itself: `lang`, `space`.
    func xmlValue(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        value { $0.local.equals(name) && $0.isOfXML }
    }

    var element: XMLElement {
        var all: [XMLAttribute] = []
        forEachAttribute { name, value in
            all.append(XMLAttribute(name: name.attributeName, value: value.text))
        }
        return XMLElement(name: name.local.text, namespace: name.namespace.text, attributes: all)
    }

    func forEachAttribute(_ body: (XMLName, UnsafeBufferPointer<UInt8>) -> Void) {
        guard let attributes else { return }
        var index = 0
        while let key = attributes[index], let value = attributes[index + 1] {
            body(XMLName(key), XMLName.bytes(value))
            index += 2
        }
    }

    private func value(where isWanted: (XMLName) -> Bool) -> UnsafeBufferPointer<UInt8>? {
        guard let attributes else { return nil }
        var index = 0
        while let key = attributes[index], let value = attributes[index + 1] {
            if isWanted(XMLName(key)) { return XMLName.bytes(value) }
            index += 2
        }
        return nil
    }
}
