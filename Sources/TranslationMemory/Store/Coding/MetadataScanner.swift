internal import UnicodeText

/// Reads metadata as `MetadataCoding` writes it, without making values of JSON first.
///
/// Knows that form alone, and no escapes: where it says `nil` a reader of JSON has to be asked.
struct MetadataScanner {
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    /// `nil` for bytes that are no UTF-8.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard UTF8Validation.firstError(in: bytes.assumingMemoryBound(to: UInt8.self)) == nil else { return nil }
        self.bytes = bytes
    }

    var isAtEnd: Bool { offset == bytes.count }

    /// `{"name":"value",…}`
    mutating func attributes() -> [Attribute]? {
        guard take("{") else { return nil }
        var result: [Attribute] = []
        result.reserveCapacity(min(8, 1 + (bytes.count - offset) / 32))
        repeat {
            guard let name = string(), take(":"), let value = string() else { return nil }
            result.append(Attribute(name, value))
        } while take(",")
        return take("}") ? result : nil
    }

    /// `[{"prop":"…","type":"…","attributes":{…}},…]`
    mutating func annotations() -> [Annotation]? {
        guard take("[") else { return nil }
        var result: [Annotation] = []
        result.reserveCapacity(min(8, 1 + (bytes.count - offset) / 64))
        repeat {
            guard take("{") else { return nil }
            let isProperty = takeName("prop")
            guard isProperty || takeName("note"), let text = string() else { return nil }
            var annotation = Annotation(kind: isProperty ? .property : .note, text: text)
            while take(",") {
                if takeName("type") {
                    guard let type = string() else { return nil }
                    annotation.type = type
                } else {
                    guard takeName("attributes"), let attributes = attributes() else { return nil }
                    annotation.attributes = attributes
                }
            }
            guard take("}") else { return nil }
            result.append(annotation)
        } while take(",")
        return take("]") ? result : nil
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else { return false }
        offset += 1
        return true
    }

    /// `"name":`
    private mutating func takeName(_ name: StaticString) -> Bool {
        let end = offset + name.utf8CodeUnitCount + 3
        guard end <= bytes.count, bytes[offset] == UInt8(ascii: "\""), bytes[end - 2] == UInt8(ascii: "\""),
            bytes[end - 1] == UInt8(ascii: ":"),
            sameBytes(
                UnsafeRawBufferPointer(rebasing: bytes[offset + 1..<end - 2]),
                UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        else { return false }
        offset = end
        return true
    }

    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        let start = offset
        skipPlain()
        let end = offset
        // Neither the end nor an escape nor a control character.
        guard take("\"") else { return nil }
        return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }

    /// Goes to the next byte that cannot stand in a string as it is, or to the end.
    private mutating func skipPlain() {
        while offset + ByteLanes.count <= bytes.count {
            let vector = ByteLanes(bytes, at: offset).vector
            let found = ByteLanes.first(
                (vector .== ByteLanes.all(UInt8(ascii: "\""))) .| (vector .== ByteLanes.all(UInt8(ascii: "\\")))
                    .| (vector .< ByteLanes.all(0x20)))
            offset += found
            if found < ByteLanes.count { return }
        }
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\""), bytes[offset] != UInt8(ascii: "\\"),
            bytes[offset] >= 0x20
        {
            offset += 1
        }
    }
}
