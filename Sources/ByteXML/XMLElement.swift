/// A start tag: its name without prefix, its namespace, and its attributes in order.
///
/// Attributes in the namespace of XML itself are called `xml:lang`, `xml:space`; those of other namespaces keep
/// `{namespace}name`.
public struct XMLElement: Hashable, Sendable {
    public let name: String
    /// Empty for none.
    public let namespace: String
    public let attributes: [XMLAttribute]

    /// The value of an attribute.
    public subscript(name: String) -> String? {
        attributes.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }
}

/// An attribute as it stands in a start tag.
public struct XMLAttribute: Hashable, Sendable {
    public let name: String
    public let value: String
}
