/// A start or an end tag, in bytes that are valid during the event alone.
///
/// For readers that must be quick with many small elements; `element` makes a value that lasts.
package struct XMLTag {
    /// Not held: it outlives the event.
    package unowned(unsafe) let parser: XMLParser
    private let form: Form

    private enum Form {
        case expat(name: UnsafePointer<CChar>, attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?)
        case plain(Plain)
    }

    /// A tag of a `PlainElement`.
    struct Plain {
        let name: UnsafeBufferPointer<UInt8>
        let attributes: UnsafeBufferPointer<PlainElement.Attribute>
        let bytes: UnsafeBufferPointer<UInt8>
        let decoded: UnsafeBufferPointer<UInt8>
    }

    /// - Parameter attributes: names and values by turns up to a null pointer; `nil` in an end tag.
    init(
        parser: XMLParser, name: UnsafePointer<CChar>, attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        self.parser = parser
        form = .expat(name: name, attributes: attributes)
    }

    init(parser: XMLParser, plain: Plain) {
        self.parser = parser
        form = .plain(plain)
    }

    /// Looked for when it is asked for: readers that know where they are need none of an end tag.
    package var name: XMLName {
        switch form {
        case .expat(let name, _): XMLName(name)
        case .plain(let plain): XMLName(local: plain.name, isOfXML: false)
        }
    }

    /// O(attributes).
    package var attributeCount: Int {
        switch form {
        case .expat(_, let attributes):
            var index = 0
            while attributes?[index] != nil { index += 2 }
            return index / 2
        case .plain(let plain): return plain.attributes.count
        }
    }

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
        _ = value { name, value in
            body(name, value)
            return false
        }
    }

    private func value(where isWanted: (XMLName) -> Bool) -> UnsafeBufferPointer<UInt8>? {
        value { name, _ in isWanted(name) }
    }

    /// The value of the first attribute that is wanted.
    private func value(
        where isWanted: (XMLName, UnsafeBufferPointer<UInt8>) -> Bool
    ) -> UnsafeBufferPointer<UInt8>? {
        switch form {
        case .expat(_, let attributes):
            guard let attributes else { return nil }
            var index = 0
            while let key = attributes[index], let value = attributes[index + 1] {
                let bytes = XMLName.bytes(value)
                if isWanted(XMLName(key), bytes) { return bytes }
                index += 2
            }
        case .plain(let plain):
            for attribute in plain.attributes {
                let name = UnsafeBufferPointer(rebasing: plain.bytes[attribute.name])
                let source = attribute.value.isDecoded ? plain.decoded : plain.bytes
                let value = UnsafeBufferPointer(rebasing: source[attribute.value.range])
                if isWanted(XMLName(local: name, isOfXML: attribute.isOfXML), value) { return value }
            }
        }
        return nil
    }
}
