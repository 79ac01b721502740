#if canImport(Musl)
    internal import Musl
#elseif canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Files that are being written, told from those that a killed process left by their lock.
enum UnfinishedFiles {
    private static let ending = ".part"

    /// Makes a file beside the one it will become, for this process alone; it is locked as long as the descriptor is open.
    /// `nil` with `errno` set where none can be made.
    static func make(for path: String) -> (path: String, descriptor: Int32)? {
        let name = "\(path).\(String(UInt64.random(in: 0...UInt64.max), radix: 36))\(ending)"
        let descriptor = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { return nil }
        _ = flock(descriptor, LOCK_EX | LOCK_NB)
        return (name, descriptor)
    }

    /// Takes away what nobody writes any more of files that would have become this one.
    static func removeLeft(for path: String) {
        guard let slash = path.utf8.lastIndex(of: 0x2F) else { return }
        let folder = String(path[..<slash])
        let start = Array(path[path.utf8.index(after: slash)...].utf8) + [0x2E]
        guard let entries = opendir(folder) else { return }
        defer { closedir(entries) }
        while let entry = readdir(entries) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            guard name.starts(with: start), name.suffix(ending.utf8.count).elementsEqual(ending.utf8) else { continue }
            let file = folder + "/" + String(decoding: name, as: UTF8.self)
            let descriptor = open(file, O_RDWR | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(file) }
            close(descriptor)
        }
    }
}
