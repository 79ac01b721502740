internal import Terminology
internal import UnicodeText

#if canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// A folder of glossaries and of what is made of them, compiled, so that a command need not read and build them anew.
///
/// Everything in it is derived and may be deleted at any time. What is missing, damaged or out of date is made anew without a
/// word, and where nothing can be written all is as without it.
public struct GlossaryCache: Sendable {
    static let suffix = ".compiled"

    public let folder: String
    private let limit: Int

    /// - Parameters:
    ///   - folder: made where it is missing.
    ///   - limit: bytes that the folder's files may take; those that were not used for longest go first.
    /// - Returns: `nil` for a folder that cannot be written.
    public init?(folder: String, limit: Int = 512 << 20) {
        self.folder = folder
        self.limit = limit
        if access(folder, W_OK | X_OK) == 0 { return }
        guard errno == ENOENT else { return nil }
        var made = folder.utf8.first == 0x2F ? "" : "."
        for part in folder.split(separator: "/") {
            made += "/" + part
            // Nobody else's business, as the XDG Base Directory Specification has it.
            if mkdir(made, 0o700) != 0, errno != EEXIST { return nil }
        }
        guard access(folder, W_OK | X_OK) == 0 else { return nil }
    }

    /// What a file of this key holds, if `open` can make something of it, else what `make` gives and `compile` writes.
    func value<Value>(
        for key: CacheKey, open: (CompiledFile) -> Value?, make: () throws -> Value,
        compile: (Value, [UInt8]) -> CompiledFile
    ) rethrows -> Value {
        let path = "\(folder)/\(key.name)"
        if let file = CompiledFile(path: path, key: key.bytes), let value = open(file) {
            markUsed(path)
            return value
        }
        let value = try make()
        store(compile(value, key.bytes), at: path)
        return value
    }

    private func store(_ file: CompiledFile, at path: String) {
        // Room is made before: a full disk must not keep what is old.
        guard file.size <= limit / 2 else { return }
        prune(to: limit - file.size, except: path)
        _ = file.write(to: path)
    }

    /// Once a day is enough to know what is in use.
    private func markUsed(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mtim.tv_sec < time(nil) - 86_400 else { return }
        utimensat(AT_FDCWD, path, nil, 0)
    }

    /// Deletes the files that were not used for longest until the others take no more than `room` bytes, and what writers left
    /// that were killed.
    private func prune(to room: Int, except kept: String) {
        var files: [(path: String, size: Int, used: Int)] = []
        for name in names() {
            let path = "\(folder)/\(name)"
            var status = stat()
            guard path != kept, lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            if name.hasSuffix(Self.suffix) {
                files.append((path, Int(status.st_size), status.st_mtim.tv_sec))
            } else if name.contains(Self.suffix + "."), status.st_mtim.tv_sec < time(nil) - 3_600 {
                unlink(path)
            }
        }
        var size = files.reduce(0) { $0 + $1.size }
        for file in files.sorted(by: { ($0.used, $0.path) < ($1.used, $1.path) }) where size > room {
            if unlink(file.path) == 0 { size -= file.size }
        }
    }

    private func names() -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names
    }
}
