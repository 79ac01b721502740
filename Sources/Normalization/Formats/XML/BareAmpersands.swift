/// Ampersands that begin no reference, which feeds made by hand are full of: XML refuses the whole file for one.
struct BareAmpersands {
    /// Ascending.
    let places: [Int]
    private let source: [UInt8]

    /// A character that XML allows and no text holds.
    private static let mask: UInt8 = 0x7F

    /// Finds them from an offset on. O(n).
    init(_ bytes: [UInt8], from start: Int) {
        source = bytes
        var places: [Int] = []
        var offset = start
        while let sign = bytes[offset...].firstIndex(of: UInt8(ascii: "&")) {
            if !Self.beginsReference(bytes, sign) { places.append(sign) }
            offset = sign + 1
        }
        self.places = places
    }

    /// The file with another character of the same length in their places.
    var masked: [UInt8] {
        var bytes = source
        for place in places { bytes[place] = Self.mask }
        return bytes
    }

    /// Text of the masked file as it stands in the file; `nil` if nothing is masked in it.
    func unmasked(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> [UInt8]? {
        guard bytes.contains(Self.mask), start + bytes.count <= source.count else { return nil }
        return bytes.indices.map { index in
            bytes[index] == Self.mask && source[start + index] == UInt8(ascii: "&")
                ? source[start + index] : bytes[index]
        }
    }

    /// `&name;`, `&#123;`, `&#xAB;`.
    private static func beginsReference(_ bytes: [UInt8], _ sign: Int) -> Bool {
        var end = sign + 1
        var isNumber = false
        var isHexadecimal = false
        if end < bytes.count, bytes[end] == UInt8(ascii: "#") {
            isNumber = true
            end += 1
            if end < bytes.count, bytes[end] == UInt8(ascii: "x") {
                isHexadecimal = true
                end += 1
            }
        }
        let first = end
        while end < bytes.count, end - sign < 40 {
            let isDigit = 0x30...0x39 ~= bytes[end]
            let isLetter = 0x61...0x7A ~= bytes[end] | 0x20
            guard isDigit && (isNumber || end > first) || isLetter && (!isNumber || isHexadecimal) else { break }
            end += 1
        }
        return end > first && end < bytes.count && bytes[end] == UInt8(ascii: ";")
    }
}
