/// ISO-2022-JP, -KR, -CN (RFC 1468, 1554, 1557, 1922) and HZ (RFC 1843): seven bits, valid ASCII; only their escapes tell.
enum EscapedEncodings {
    /// The encoding by its first escape, `nil` if there is none or bytes of eight bits occur.
    static func detect(_ bytes: [UInt8]) -> String? {
        bytes.withUnsafeBufferPointer { all in
            var index = 0
            while index < all.count {
                switch all[index] {
                case 0x80...: return nil
                case 0x1B:
                    if let name = designation(all, index + 1) { return isSevenBit(all, index) ? name : nil }
                case UInt8(ascii: "~"):
                    if index + 1 < all.count, all[index + 1] == UInt8(ascii: "{"), let end = hz(all, index + 2) {
                        return isSevenBit(all, end) ? "HZ-GB-2312" : nil
                    }
                default: break
                }
                index += 1
            }
            return nil
        }
    }

    /// What follows an escape character, from ISO 2022's designations of sets of Chinese, Japanese and Korean characters.
    private static func designation(_ all: UnsafeBufferPointer<UInt8>, _ start: Int) -> String? {
        guard start + 1 < all.count else { return nil }
        let second = all[start + 1]
        switch all[start] {
        case UInt8(ascii: "("):
            return [UInt8(ascii: "J"), UInt8(ascii: "B"), UInt8(ascii: "I")].contains(second) ? "ISO-2022-JP" : nil
        case UInt8(ascii: "$"):
            switch second {
            case UInt8(ascii: "@"), UInt8(ascii: "B"): return "ISO-2022-JP"
            case UInt8(ascii: "A"): return "ISO-2022-JP-2"
            case UInt8(ascii: "("):
                guard start + 2 < all.count else { return nil }
                return all[start + 2] == UInt8(ascii: "C") ? "ISO-2022-JP-2" : "ISO-2022-JP-1"
            case UInt8(ascii: ")"):
                guard start + 2 < all.count else { return nil }
                switch all[start + 2] {
                case UInt8(ascii: "C"): return "ISO-2022-KR"
                case UInt8(ascii: "A"), UInt8(ascii: "G"), UInt8(ascii: "E"): return "ISO-2022-CN"
                default: return nil
                }
            case UInt8(ascii: "*"): return "ISO-2022-CN"
            default: return nil
            }
        default: return nil
        }
    }

    private static func isSevenBit(_ all: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        all[start...].allSatisfy { $0 < 0x80 }
    }

    /// The end of a run of GB 2312 pairs closed by `~}` or by the file's end; `nil` for anything else between the braces.
    private static func hz(_ all: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var index = start
        while index + 1 < all.count {
            let first = all[index]
            let second = all[index + 1]
            if first == UInt8(ascii: "~"), second == UInt8(ascii: "}") { return index - start >= 2 ? index + 2 : nil }
            // A line may end inside (some writers); rows are 1 to 87.
            guard (0x21...0x77).contains(first), (0x21...0x7E).contains(second) else { return nil }
            index += 2
        }
        return index - start >= 4 ? all.count : nil
    }
}
