/// A date of an interchange file in TMX's form, `20231020T134400Z` (TMX 1.4b, `creationdate`), compared as its text.
struct DateStamp: Comparable {
    let text: String

    /// `nil` for anything else.
    init?(_ text: String?) {
        guard let text, text.utf8.count == 16 else { return nil }
        for (index, byte) in text.utf8.enumerated() {
            switch index {
            case 8: guard byte == UInt8(ascii: "T") else { return nil }
            case 15: guard byte == UInt8(ascii: "Z") else { return nil }
            default: guard byte >= 0x30, byte <= 0x39 else { return nil }
            }
        }
        self.text = text
    }

    init(_ moment: Timestamp) { text = moment.basicDescription }

    static func < (left: DateStamp, right: DateStamp) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
