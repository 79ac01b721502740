public import UnicodeText

extension Glossary {
    /// An id that no concept has: the letters of a term with hyphens between, else a number.
    public func freshID(for term: UTF8Text) -> String {
        let known = Set(concepts.map { UTF8Text($0.id) })
        let words = term.bytes.split { byte in
            let lower = byte | 0x20
            return !(lower >= 0x61 && lower <= 0x7A || byte >= 0x30 && byte <= 0x39)
        }
        let isASCII = term.bytes.allSatisfy { $0 < 0x80 }
        let letters = words.joined(separator: [0x2D]).prefix(64).map { $0 | 0x20 }
        let stem = isASCII ? String(decoding: letters, as: UTF8.self) : ""
        var number = stem.isEmpty ? known.count + 1 : 1
        while true {
            let id = stem.isEmpty ? "c\(number)" : number == 1 ? stem : "\(stem)-\(number)"
            if !known.contains(UTF8Text(id)) { return id }
            number += 1
        }
    }
}
