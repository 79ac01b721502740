/// A section of an index as numbers. Valid as long as the `FileBytes` it lies in.
struct IndexColumn<Element: FixedWidthInteger> {
    let base: UnsafePointer<Element>
    let count: Int

    @inline(__always)
    subscript(index: Int) -> Element {
        assert(index >= 0 && index < count, "a place outside of an index")
        return base[index]
    }

    func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        assert(range.lowerBound >= 0 && range.upperBound <= count, "a range outside of an index")
        return UnsafeRawBufferPointer(
            start: UnsafeRawPointer(base + range.lowerBound), count: range.count * MemoryLayout<Element>.stride)
    }
}
