import Dragoman

extension JSONWriter {
    /// A range of a text as its first code point and the one behind it.
    mutating func range(_ range: ByteRange, _ offsets: inout ScalarOffsets) {
        let (start, end) = (offsets.scalars(before: range.lowerBound), offsets.scalars(before: range.upperBound))
        array { writer in
            writer.number(start)
            writer.number(end)
        }
    }

    mutating func member(_ name: String, _ range: ByteRange, _ offsets: inout ScalarOffsets) {
        key(name)
        self.range(range, &offsets)
    }
}
