/// Reads the JSON that `JSONValue.encoded` writes.
///
/// The escapes it knows are those that are written; anything else, and arrays nested deeper than `maximumDepth`, is `nil`.
struct JSONParser {
    static let maximumDepth = 256

    private let bytes: [UInt8]
    private var position = 0

    static func parse(_ bytes: [UInt8]) -> JSONValue? {
        var parser = JSONParser(bytes: bytes)
        guard let value = parser.value(depth: 0), parser.position == bytes.count else { return nil }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) -> JSONValue? {
        guard depth < Self.maximumDepth, let first = next else { return nil }
        switch first {
        case 0x22: return string().map { .string($0) }
        case 0x5B: return array(depth: depth)
        case 0x7B: return object(depth: depth)
        case 0x6E:
            guard bytes[position...].starts(with: "null".utf8) else { return nil }
            position += 4
            return .null
        default:
            let start = position
            while let byte = next, byte >= 0x2B && byte <= 0x39 && byte != 0x2C || byte == 0x65 || byte == 0x45 {
                position += 1
            }
            return position > start ? .number(Array(bytes[start..<position])) : nil
        }
    }

    private mutating func array(depth: Int) -> JSONValue? {
        position += 1
        var elements: [JSONValue] = []
        if take(0x5D) { return .array(elements) }
        repeat {
            guard let element = value(depth: depth + 1) else { return nil }
            elements.append(element)
        } while take(0x2C)
        return take(0x5D) ? .array(elements) : nil
    }

    private mutating func object(depth: Int) -> JSONValue? {
        position += 1
        var members: [(name: [UInt8], value: JSONValue)] = []
        if take(0x7D) { return .object(members) }
        repeat {
            guard next == 0x22, let name = string(), take(0x3A), let member = value(depth: depth + 1) else {
                return nil
            }
            members.append((name, member))
        } while take(0x2C)
        return take(0x7D) ? .object(members) : nil
    }

    private mutating func string() -> [UInt8]? {
        position += 1
        var result: [UInt8] = []
        while let byte = next {
            position += 1
            switch byte {
            case 0x22: return result
            case 0x5C:
                guard let escaped = next else { return nil }
                position += 1
                if escaped == 0x22 || escaped == 0x5C {
                    result.append(escaped)
                } else {
                    guard escaped == 0x75, position + 4 <= bytes.count, bytes[position] == 0x30,
                        bytes[position + 1] == 0x30, let high = digit(2), let low = digit(3)
                    else { return nil }
                    result.append(high << 4 | low)
                    position += 4
                }
            default: result.append(byte)
            }
        }
        return nil
    }

    private func digit(_ offset: Int) -> UInt8? {
        switch bytes[position + offset] {
        case let byte where byte >= 0x30 && byte <= 0x39: byte - 0x30
        case let byte where byte >= 0x61 && byte <= 0x66: byte - 0x57
        default: nil
        }
    }
}
