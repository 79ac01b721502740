import Dragoman

/// A segment on one line: line ends inside become blanks.
enum SegmentLine {
    static func bytes(_ text: UTF8Text) -> [UInt8] {
        var line: [UInt8] = []
        append(text.bytes[...], to: &line)
        return line
    }

    static func append(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes += text
        for index in start..<bytes.count where bytes[index] >= 0x0A && bytes[index] <= 0x0D { bytes[index] = 0x20 }
    }
}
