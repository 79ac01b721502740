/// Gives a parser the pieces of a file, the quicker way where its handler and its encoding allow that.
struct XMLFeeder {
    private let parser: XMLParser
    private var plain: PlainElementFeeder?

    init(_ parser: XMLParser, _ handler: any XMLTagHandler, limits: XMLLimits, takesPlainElements: Bool) {
        self.parser = parser
        if takesPlainElements, let handler = handler as? any XMLElementHandler {
            plain = PlainElementFeeder(parser, handler, limits: limits)
        }
    }

    mutating func feed(_ piece: [UInt8]) throws {
        if plain == nil { return try piece.withUnsafeBufferPointer { try parser.feed($0) } }
        try plain?.feed(piece)
    }

    mutating func finish() throws {
        try plain?.finish()
        try parser.finish()
    }
}
