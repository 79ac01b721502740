/// What a reader does with the events of a file, in bytes that are valid during each event alone. Throwing ends the
/// parse.
package protocol XMLTagHandler: AnyObject {
    func start(_ tag: XMLTag) throws
    func end(_ tag: XMLTag) throws
    /// Text comes in pieces; CDATA sections and references come as text.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
    /// The same, for readers that ask the parser where it stood; they need no other.
    func text(_ bytes: UnsafeBufferPointer<UInt8>, of parser: XMLParser) throws
    /// An entity in text that nothing defines, where the parser offers them.
    func entity(_ name: String, of parser: XMLParser) throws
    /// Comments, for readers that keep them.
    func comment(_ text: String) throws
    /// The document type's name.
    func documentType(_ name: String) throws
    /// A prefix (empty for the default) that the next start tag binds to a namespace.
    func namespace(_ prefix: String, _ name: String) throws
}

/// What a reader does with the events of a file, in values that last. Throwing ends the parse.
package protocol XMLHandler: XMLTagHandler {
    func start(_ element: XMLElement, at place: XMLPlace) throws
    func end(_ name: String, at place: XMLPlace) throws
}

extension XMLTagHandler {
    package func text(_ bytes: UnsafeBufferPointer<UInt8>, of parser: XMLParser) throws { try text(bytes) }
    package func entity(_ name: String, of parser: XMLParser) throws {}
    package func comment(_ text: String) throws {}
    package func documentType(_ name: String) throws {}
    package func namespace(_ prefix: String, _ name: String) throws {}
}

extension XMLHandler {
    package func start(_ tag: XMLTag) throws { try start(tag.element, at: tag.place) }
    package func end(_ tag: XMLTag) throws { try end(tag.name.local.text, at: tag.place) }
}
