/// A start or an end tag as expat gives it, in bytes that are valid during the event alone.
///
/// For readers that must be quick with many small elements; `element` makes a value that lasts.
package struct XMLTag {
    package let parser: XMLParser
    private let qualifiedName: UnsafePointer<CChar>
    /// Names and values by turns up to a null pointer; `nil` in an end tag.
    package let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    init(
        parser: XMLParser, name: UnsafePointer<CChar>, attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        self.parser = parser
        qualifiedName = name
        self.attributes = attributes
    }

    /// Looked for when it is asked for: readers that know where they are need none of an end tag.
    package var name: XMLName { XMLName(qualifiedName) }

    /// Where the tag begins. Costs a scan of the text since the last time a place was asked for.
    package var place: XMLPlace { parser.place }

    /// The value of an attribute without namespace.
    package func value(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        value { $0.namespace.isEmpty && $0.local.equals(name) }
    }

    /// The value of an attribute of XML itself: `lang`, `space`.
    package func xmlValue(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        value { $0.local.equals(name) && $0.isOfXML }
    }

    package var element: XMLElement {
        var all: [XMLAttribute] = []
        forEachAttribute { name, value in
            all.append(XMLAttribute(name: name.attributeName, value: value.text))
        }
        return XMLElement(name: name.local.text, namespace: name.namespace.text, attributes: all)
    }

    package func forEachAttribute(_ body: (XMLName, UnsafeBufferPointer<UInt8>) -> Void) {
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
