/// What a parser was not given, for its handler has the events of it already: its places count it all the same.
struct PassedText {
    /// Bytes and lines that expat knows nothing of.
    private(set) var bytes = 0
    private var lines = 0
    /// The line of expat's that goes on behind it, and how many columns later.
    private var line = 1
    private var columns = 0

    /// Where something stands, given where expat says it does.
    func place(_ own: XMLPlace) -> XMLPlace {
        XMLPlace(
            line: own.line + lines, column: own.line == line ? own.column + columns : own.column,
            offset: own.offset + bytes)
    }

    /// From now on expat's place is another.
    mutating func end(at place: XMLPlace, own: XMLPlace) {
        (bytes, lines) = (place.offset - own.offset, place.line - own.line)
        (line, columns) = (own.line, place.column - own.column)
    }
}
