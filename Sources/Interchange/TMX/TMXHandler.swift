internal import ByteXML

/// Hands the events of a TMX file to a builder of units.
final class TMXHandler: XMLElementHandler {
    static let elementName: StaticString = "tu"

    // Unchecked, for checks would cost a tenth of the time: one parser gives the events one after another, each of them
    // comes here once, and what the builder calls knows nothing of this class.
    @exclusivity(unchecked)
    private var builder: TMXUnitBuilder

    init(_ builder: TMXUnitBuilder) { self.builder = builder }

    var isBetweenElements: Bool { builder.isBetweenUnits }

    func start(_ tag: XMLTag) throws { try builder.start(tag) }
    func end(_ tag: XMLTag) throws { try builder.end(tag) }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws { try builder.text(bytes) }
    func text(_ bytes: UnsafeBufferPointer<UInt8>, of parser: XMLParser) throws { try builder.text(bytes) }

    /// After the last event: a file without a body is no TMX, though it may be well-formed.
    func finish(at end: XMLPlace) throws { try builder.finish(at: end) }
}
