public import TranslationMemory

extension XLIFFUnit {
    /// What a memory knows a segment of the unit by: the unit's name, else its id, and where it has several segments that
    /// of the segment.
    public func memoryID(ofSegment index: Int) -> String? {
        var id = name ?? self.id
        if segments.count > 1 { id += "/\(segments[index].id ?? "\(index + 1)")" }
        return id.isEmpty ? nil : id
    }
}

extension XLIFFSegment {
    /// The source as a memory keeps it.
    public var memorySource: InlineText { XLIFFMemoryCodes.made(of: source) }
}
