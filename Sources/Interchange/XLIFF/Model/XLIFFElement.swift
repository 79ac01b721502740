public import TranslationMemory
public import UnicodeText

/// An element of a file that the model has no place for, kept whole so that it can be written again.
public struct XLIFFElement: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        case text(UTF8Text)
        case element(XLIFFElement)
        case comment(String)
    }

    /// Without prefix.
    public var name: String
    /// Empty for none.
    public var namespace: String
    /// Attributes of other namespaces are called `{namespace}name`.
    public var attributes: [Attribute]
    public var content: [Content]

    public init(_ name: String, namespace: String = "", attributes: [Attribute] = [], content: [Content] = []) {
        self.name = name
        self.namespace = namespace
        self.attributes = attributes
        self.content = content
    }

    /// The elements inside.
    var elements: [XLIFFElement] {
        content.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// All text inside, without markup.
    var text: UTF8Text {
        var bytes: [UInt8] = []
        gather(into: &bytes)
        return UTF8Text(unchecked: bytes)
    }

    private func gather(into bytes: inout [UInt8]) {
        for part in content {
            switch part {
            case .text(let text): bytes += text.bytes
            case .element(let element): element.gather(into: &bytes)
            case .comment: break
            }
        }
    }
}
