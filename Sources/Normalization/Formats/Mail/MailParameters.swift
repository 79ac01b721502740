/// A value with parameters (RFC 2045, section 5.1): `text/plain; charset="utf-8"; format=flowed`.
struct MailParameters {
    /// In small letters.
    private(set) var value = ""
    private var parameters: [String: String] = [:]

    /// The value of a parameter as it stands, put together from its parts (RFC 2231, section 3).
    subscript(name: String) -> String? {
        if let whole = parameters[name] { return whole }
        // "charset*=us-ascii'en'utf-8": charset and language stand before the value.
        if let marked = parameters[name + "*"] { return marked.split(separator: "'").last.map(String.init) }
        var parts: [String] = []
        while parts.count < 100, let part = parameters["\(name)*\(parts.count)"] { parts.append(part) }
        return parts.isEmpty ? nil : parts.joined()
    }

    init(_ bytes: ArraySlice<UInt8>) {
        // No field of real mail is longer.
        var fields: [[UInt8]] = [[]]
        var isQuoted = false
        var isEscaped = false
        var comments = 0
        for byte in bytes.prefix(8_192) {
            if isEscaped {
                isEscaped = false
                fields[fields.count - 1].append(byte)
            } else if isQuoted, byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\""), comments == 0 {
                isQuoted.toggle()
            } else if isQuoted {
                fields[fields.count - 1].append(byte)
            } else if byte == UInt8(ascii: "(") {
                comments += 1
            } else if byte == UInt8(ascii: ")"), comments > 0 {
                comments -= 1
            } else if comments == 0 {
                if byte == UInt8(ascii: ";") {
                    fields.append([])
                } else if byte > 0x20 {
                    fields[fields.count - 1].append(byte)
                }
            }
        }
        value = Self.lower(fields[0][...])
        for field in fields.dropFirst() {
            guard let sign = field.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = Self.lower(field[..<sign])
            if parameters[name] == nil { parameters[name] = String(decoding: field[(sign + 1)...], as: UTF8.self) }
        }
    }

    private static func lower(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
