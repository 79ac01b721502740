public import UnicodeText

/// Members of an object whose value is one text or number.
extension JSONWriter {
    public mutating func member(_ name: String, _ text: UTF8Text) {
        key(name)
        string(text)
    }

    public mutating func member(_ name: String, _ text: String) {
        key(name)
        string(text)
    }

    public mutating func member(_ name: String, _ value: Int) {
        key(name)
        number(value)
    }

    public mutating func member(_ name: String, _ value: Bool) {
        key(name)
        bool(value)
    }

    /// See `number(_:decimals:)`.
    public mutating func member(_ name: String, _ value: Double, decimals: Int) {
        key(name)
        number(value, decimals: decimals)
    }
}
