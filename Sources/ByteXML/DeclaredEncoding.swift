internal import UnicodeText

/// How a file's first bytes say it is encoded (XML 1.0, appendix F).
///
/// A byte order mark is believed before the declaration, for editors write the one and leave the other as it was. So is
/// a declaration that can be read as ASCII before one that names UTF-16: programs that write to strings in memory leave it.
enum DeclaredEncoding: Equatable {
    /// What expat finds by itself.
    case native
    /// One that expat knows, whatever the declaration says.
    case forced(String)
    /// The name ICU knows it by, or the name as it stands when ICU knows none.
    case foreign(String)

    /// - Parameter head: at least the first kilobyte, or all.
    init(_ head: [UInt8]) {
        if head.starts(with: [0xFF, 0xFE, 0, 0]) {
            self = .foreign("UTF-32LE")
        } else if head.starts(with: [0, 0, 0xFE, 0xFF]) {
            self = .foreign("UTF-32BE")
        } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
            self = .forced("UTF-16")
        } else if head.starts(with: [0xEF, 0xBB, 0xBF]) {
            self = .forced("UTF-8")
        } else {
            self = Self.declaration(head)
        }
    }

    /// The name to give expat.
    var override: String? {
        if case .forced(let name) = self { return name }
        return nil
    }

    /// Whether expat reads UTF-16, with the greater half first or not; `nil` for another encoding.
    func isUTF16(_ head: [UInt8]) -> Bool? {
        switch self {
        case .forced("UTF-16"): head.starts(with: [0xFE, 0xFF])
        case .native where head.starts(with: [0, 0x3C]): true
        case .native where head.starts(with: [0x3C, 0]): false
        default: nil
        }
    }

    /// Whether what the parser is given is UTF-8.
    func becomesUTF8(_ head: [UInt8]) -> Bool {
        switch self {
        case .native: !head.prefix(2).contains(0)
        case .forced(let name): name == "UTF-8"
        case .foreign: true
        }
    }

    private static func declaration(_ head: [UInt8]) -> DeclaredEncoding {
        guard head.starts(with: Array("<?xml".utf8)), let end = head.firstIndex(of: UInt8(ascii: ">")) else {
            return .native
        }
        let declaration = Array(head[..<end])
        let key = Array("encoding".utf8)
        guard
            let found = declaration.indices.first(where: { declaration[$0...].starts(with: key) }),
            let open = declaration[found...].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
            let close = declaration[(open + 1)...].firstIndex(of: declaration[open])
        else { return .native }
        let name = String(decoding: declaration[(open + 1)..<close], as: UTF8.self)
        guard let known = CharacterDecoder.canonicalName(name) else { return .foreign(name) }
        switch known {
        case "ISO-8859-1", "US-ASCII": return .forced(known)
        case _ where known.hasPrefix("UTF-8") || known.hasPrefix("UTF-16") || known.hasPrefix("UTF-32"):
            return .forced("UTF-8")
        default: return .foreign(known)
        }
    }
}
