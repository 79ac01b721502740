/// The form of the language data: lines under `[section]` heads, `#` for remarks.
public struct SectionedFile: Sendable {
    public struct Section: Sendable {
        public let name: String
        /// Trimmed, without empty lines and remarks.
        public var lines: [UTF8Text]
    }

    public private(set) var sections: [Section] = []

    public init(_ bytes: UnsafeBufferPointer<UInt8>) {
        for slice in bytes.split(separator: 0x0A) {
            let line = UTF8Text(unchecked: Array(slice)).trimmed
            guard let first = line.bytes.first, first != UInt8(ascii: "#") else { continue }
            if first == UInt8(ascii: "["), line.bytes.last == UInt8(ascii: "]") {
                sections.append(Section(name: line[1..<line.count - 1].description, lines: []))
            } else if !sections.isEmpty {
                sections[sections.count - 1].lines.append(line)
            }
        }
    }

    /// The words of each line of all sections of a name, split at blanks.
    public func words(_ name: String) -> [[UTF8Text]] {
        lines(name).map { $0.bytes.split(separator: 0x20).map { UTF8Text(unchecked: $0) } }
    }

    /// The lines of all sections of a name.
    public func lines(_ name: String) -> [UTF8Text] {
        sections.filter { $0.name.utf8.elementsEqual(name.utf8) }.flatMap(\.lines)
    }
}
