import Dragoman

extension UTF8Text {
    /// The text with marks around some places of it, which ascend; one that is empty or begins within the one before is
    /// left out.
    func marked(_ ranges: [ByteRange], _ open: String, _ close: String) -> UTF8Text {
        var marked: [UInt8] = []
        var position = 0
        for range in ranges where !range.isEmpty && range.lowerBound >= position {
            marked += bytes[position..<range.lowerBound]
            marked += Array(open.utf8) + bytes[range] + Array(close.utf8)
            position = range.upperBound
        }
        return UTF8Text(unchecked: marked + bytes[position...])
    }
}
