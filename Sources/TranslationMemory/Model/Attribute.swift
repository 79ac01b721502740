internal import UnicodeText

/// A name and a value as they stood in an interchange file: `creationdate`, `changeid`, `usagecount`.
///
/// Values are kept as text, so that what is not a date or a number survives too.
public struct Attribute: Hashable, Sendable, Codable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

extension [Attribute] {
    /// Value of the first attribute of a name; setting `nil` removes it.
    public subscript(name: String) -> String? {
        get { first { $0.name.hasBytes(of: name) }?.value }
        set {
            let index = firstIndex { $0.name.hasBytes(of: name) }
            switch (index, newValue) {
            case (let index?, let value?): self[index].value = value
            case (let index?, nil): remove(at: index)
            case (nil, let value?): append(Attribute(name, value))
            case (nil, nil): break
            }
        }
    }
}

extension String {
    /// Byte for byte.
    func hasBytes(of other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        var (left, right) = (self, other)
        return left.withUTF8 { left in
            right.withUTF8 { sameBytes(UnsafeRawBufferPointer(left), UnsafeRawBufferPointer($0)) }
        }
    }
}
