/// A name as expat gives it, namespace first, in bytes that are valid during an event alone.
package struct XMLName {
    /// Empty for none.
    package let namespace: UnsafeBufferPointer<UInt8>
    /// Without prefix.
    package let local: UnsafeBufferPointer<UInt8>

    /// Between namespace and name; no URI holds it.
    package static let separator: UInt8 = 0x01

    package init(_ name: UnsafePointer<CChar>) {
        let all = Self.bytes(name)
        guard let mark = all.firstIndex(of: Self.separator) else {
            (namespace, local) = (UnsafeBufferPointer(rebasing: all[..<0]), all)
            return
        }
        namespace = UnsafeBufferPointer(rebasing: all[..<mark])
        local = UnsafeBufferPointer(rebasing: all[(mark + 1)...])
    }

    /// Whether the name belongs to XML itself, as that of `xml:lang` does.
    package var isOfXML: Bool { namespace.equals("http://www.w3.org/XML/1998/namespace") }

    /// The attribute's name in an `XMLElement`.
    package var attributeName: String {
        if namespace.isEmpty { return local.text }
        return isOfXML ? "xml:\(local.text)" : "{\(namespace.text)}\(local.text)"
    }

    /// The bytes of a C string.
    package static func bytes(_ text: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
        var count = 0
        while text[count] != 0 { count += 1 }
        return UnsafeBufferPointer(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: count)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether these are the bytes of a text. O(length of the text).
    @inlinable
    package func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: count))
    }

    package var text: String { String(decoding: self, as: UTF8.self) }
}
