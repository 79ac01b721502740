import Dragoman

/// A segment on one line: line ends inside become blanks.
enum SegmentLine {
    static func bytes(_ text: UTF8Text) -> [UInt8] {
        text.bytes.map { $0 == 0x0A || $0 == 0x0D || $0 == 0x0B || $0 == 0x0C ? 0x20 : $0 }
    }
}
