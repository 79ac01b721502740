public import ByteXML

/// What an XLIFF file is made of, in its order.
///
/// Everything that `XLIFFWriter` needs to write the file again is in it, but comments inside units, processing
/// instructions, and blanks between elements.
public enum XLIFFEvent: Hashable, Sendable {
    case document(XLIFFDocument)
    case file(XLIFFFile)
    case fileEnd
    case group(XLIFFGroup)
    case groupEnd
    /// - Parameter place: where the unit begins.
    case unit(XLIFFUnit, place: XMLPlace)
    /// An element without a place in the model: `bin-unit`, elements of other namespaces, a unit without a source.
    case other(XLIFFElement)
    case comment(String)
}

extension XLIFFWriter {
    /// Writes what was read; the document's own event is the one `init(document:to:)` takes.
    public mutating func write(_ event: XLIFFEvent) throws {
        switch event {
        case .document: break
        case .file(let file): try beginFile(file)
        case .fileEnd: try endFile()
        case .group(let group): try beginGroup(group)
        case .groupEnd: try endGroup()
        case .unit(let unit, _): try write(unit)
        case .other(let element): try write(element)
        case .comment(let text): try write(comment: text)
        }
    }
}
