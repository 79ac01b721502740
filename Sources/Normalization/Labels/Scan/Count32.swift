/// A count in four bytes; none of a line is larger.
@propertyWrapper
struct Count32 {
    private var value: UInt32 = 0

    init(wrappedValue: Int) { self.wrappedValue = wrappedValue }

    var wrappedValue: Int {
        get { Int(value) }
        set { value = UInt32(clamping: newValue) }
    }
}
