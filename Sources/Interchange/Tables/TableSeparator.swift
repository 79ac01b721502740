/// What stands between the cells of a table.
public enum TableSeparator: String, Sendable, CaseIterable {
    case tab, comma

    var byte: UInt8 { self == .tab ? 0x09 : UInt8(ascii: ",") }
}
