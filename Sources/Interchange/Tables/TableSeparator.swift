/// What stands between the cells of a table.
public enum TableSeparator: String, Sendable, CaseIterable {
    case tab, comma
    /// What Excel writes where the comma is the decimal mark.
    case semicolon

    var byte: UInt8 {
        switch self {
        case .tab: 0x09
        case .comma: UInt8(ascii: ",")
        case .semicolon: UInt8(ascii: ";")
        }
    }

    /// The separator of a text in UTF-8 by its first line, outside of quotes: a tab decides, for commas are letters of many
    /// sentences; semicolons must be more than commas.
    init(firstLineOf text: [UInt8]) {
        var counts = (commas: 0, semicolons: 0)
        var isQuoted = false
        // Empty lines in front are none.
        for byte in text.drop(while: { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }) {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case _ where isQuoted: break
            case 0x0A, 0x0D:
                self = counts.semicolons > counts.commas ? .semicolon : .comma
                return
            case 0x09:
                self = .tab
                return
            case UInt8(ascii: ","): counts.commas += 1
            case UInt8(ascii: ";"): counts.semicolons += 1
            default: break
            }
        }
        self = counts.semicolons > counts.commas ? .semicolon : .comma
    }

    /// The separator that Excel's line `sep=;` names, and the bytes of that line.
    static func declared(in text: [UInt8]) -> (separator: TableSeparator, length: Int)? {
        let line = text.prefix(16).prefix { $0 != 0x0A && $0 != 0x0D }
        guard line.count == 5, line.prefix(4).map({ $0 | 0x20 }).elementsEqual("sep=".utf8.map { $0 | 0x20 }),
            let separator = allCases.first(where: { $0.byte == line[4] })
        else { return nil }
        var length = line.count
        if length < text.count, text[length] == 0x0D { length += 1 }
        if length < text.count, text[length] == 0x0A { length += 1 }
        return (separator, length)
    }
}
