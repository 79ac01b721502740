#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

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
        guard let start = all.baseAddress, let found = memchr(start, Int32(Self.separator), all.count) else {
            (namespace, local) = (UnsafeBufferPointer(start: all.baseAddress, count: 0), all)
            return
        }
        let mark = UnsafeRawPointer(start).distance(to: UnsafeRawPointer(found))
        namespace = UnsafeBufferPointer(start: start, count: mark)
        local = UnsafeBufferPointer(start: start + mark + 1, count: all.count - mark - 1)
    }

    /// A name without a namespace, or of XML's own.
    init(local: UnsafeBufferPointer<UInt8>, isOfXML: Bool) {
        let own = Self.xml
        namespace = UnsafeBufferPointer(start: own.utf8Start, count: isOfXML ? own.utf8CodeUnitCount : 0)
        self.local = local
    }

    private static var xml: StaticString { "http://www.w3.org/XML/1998/namespace" }

    /// Whether the name belongs to XML itself, as that of `xml:lang` does.
    package var isOfXML: Bool { namespace.equals(Self.xml) }

    /// The attribute's name in an `XMLElement`.
    package var attributeName: String {
        if namespace.isEmpty { return local.text }
        return isOfXML ? "xml:\(local.text)" : "{\(namespace.text)}\(local.text)"
    }

    /// The bytes of a C string.
    package static func bytes(_ text: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: strlen(text))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether these are the bytes of a text. O(length of the text).
    @inlinable
    package func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        for index in 0..<count where self[index] != text.utf8Start[index] { return false }
        return true
    }

    package var text: String { String(decoding: self, as: UTF8.self) }
}
