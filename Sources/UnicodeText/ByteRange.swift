/// A half-open range of UTF-8 byte offsets; the unit of every range in this package unless a name says otherwise.
public typealias ByteRange = Range<Int>
