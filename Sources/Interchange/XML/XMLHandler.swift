/// What a reader does with the events of a file. Throwing ends the parse.
protocol XMLHandler: AnyObject {
    func start(_ element: XMLElement, at place: XMLPlace) throws
    func end(_ name: String, at place: XMLPlace) throws
    /// Text comes in pieces; CDATA sections and references come as text.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
    /// Comments, for readers that keep them.
    func comment(_ text: String) throws
    /// The document type's name.
    func documentType(_ name: String) throws
}

extension XMLHandler {
    func comment(_ text: String) throws {}
    func documentType(_ name: String) throws {}
}
