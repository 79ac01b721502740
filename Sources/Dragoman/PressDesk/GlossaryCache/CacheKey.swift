internal import UnicodeText

#if canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// What a compiled file is of, which names it, and the state of all it was made of, which it must have been made for.
public struct CacheKey: Hashable, Sendable {
    /// The kind of file and what it is of: a file in another state takes the place of the one before.
    private(set) var identity: [UInt8]
    private(set) var state: [UInt8]

    init(_ kind: String, _ parts: [String] = []) {
        identity = Array(kind.utf8)
        state = Self.program
        for part in parts { identity += [0] + Array(part.utf8) }
    }

    /// The key of a file's own text; `nil` for what is no regular file, and for one that was changed just now: another
    /// change may go by without another time.
    public init?(file path: String) {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        var status = stat()
        var now = timespec()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            clock_gettime(CLOCK_REALTIME, &now) == 0, status.st_mtim.tv_sec < now.tv_sec - 1
        else { return nil }
        self.init("glossary", [String(cString: resolved)])
        state += Self.state(status)
    }

    /// All that another key says.
    mutating func add(_ other: CacheKey) {
        identity += [0] + other.identity
        state += other.state
    }

    /// What a file must have been made for, byte by byte.
    var bytes: [UInt8] { identity + [0] + state }

    /// The name of its file.
    var name: String {
        let kind = String(decoding: identity.prefix { $0 != 0 }, as: UTF8.self)
        return "\(kind)-\(String(SipHash.hash(identity), radix: 16))\(GlossaryCache.suffix)"
    }

    /// The program itself and the libraries its answers come from: a file made by another one is none of ours.
    private static let program: [UInt8] = {
        var status = stat()
        let versions = "\(DragomanVersion.current) \(ICUVersion.icu) \(ICUVersion.unicode) \(ICUVersion.cldr)"
        // The data is in the program: a hash of all of it takes longer than what is saved.
        guard stat("/proc/self/exe", &status) == 0 else {
            return Array("\(versions) \(LanguageData.hash)".utf8)
        }
        return Array(versions.utf8) + state(status)
    }()

    private static func state(_ status: stat) -> [UInt8] {
        let numbers = [
            UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino),
            UInt64(truncatingIfNeeded: status.st_size), UInt64(truncatingIfNeeded: status.st_mtim.tv_sec),
            UInt64(truncatingIfNeeded: status.st_mtim.tv_nsec),
        ]
        return numbers.withUnsafeBytes { Array($0) }
    }
}
