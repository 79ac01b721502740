import Dragoman

/// A segment on one line (`UTF8Text.onOneLine`).
enum SegmentLine {
    static func bytes(_ text: UTF8Text) -> [UInt8] { text.onOneLine.bytes }
}
