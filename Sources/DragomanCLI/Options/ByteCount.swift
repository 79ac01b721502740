import ArgumentParser

/// A number of bytes as people write it: `1048576`, `1024k`, `1M`.
struct ByteCount: ExpressibleByArgument {
    let bytes: Int

    init(_ bytes: Int) { self.bytes = bytes }

    /// SQLite keeps no longer text.
    static let largest = 1 << 30

    init?(argument: String) {
        let digits = argument.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }
        let shift: Int
        switch argument.utf8.dropFirst(digits.count).map({ $0 | 0x20 }) {
        case []: shift = 0
        case [UInt8(ascii: "k")]: shift = 10
        case [UInt8(ascii: "m")]: shift = 20
        default: return nil
        }
        guard let number = Int(String(decoding: Array(digits), as: UTF8.self)), number >= 1,
            number <= Self.largest >> shift
        else { return nil }
        bytes = number << shift
    }

    var defaultValueDescription: String { bytes % (1 << 20) == 0 ? "\(bytes >> 20)M" : "\(bytes)" }
}
