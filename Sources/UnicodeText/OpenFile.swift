#if canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// A file that is open for reading and writing, and closed with this value.
struct OpenFile: ~Copyable {
    let descriptor: Int32

    /// Makes a file that is not there yet.
    ///
    /// - Parameters:
    ///   - path: a name that is free.
    ///   - mode: who may read it, less the process's mask.
    init(making path: String, mode: UInt32) throws(FileBytes.Failure) {
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw FileBytes.Failure(system: errno) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// A name like that of a file, which nothing has.
    static func name(beside path: String) -> String { "\(path).\(getpid()).\(UInt32.random(in: 0 ... .max)).new" }

    /// Writes bytes from `offset` on.
    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileBytes.Failure) {
        var done = 0
        while done < bytes.count {
            let count = min(bytes.count - done, Self.most)
            let written = pwrite(descriptor, bytes.baseAddress?.advanced(by: done), count, off_t(offset + done))
            if written < 0 {
                if errno == EINTR { continue }
                throw FileBytes.Failure(system: errno)
            }
            done += written
        }
    }

    /// Fills `bytes` from `offset` on; a file that ends before is a failure.
    func read(_ bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileBytes.Failure) {
        var done = 0
        while done < bytes.count {
            let count = min(bytes.count - done, Self.most)
            let read = pread(descriptor, bytes.baseAddress?.advanced(by: done), count, off_t(offset + done))
            if read < 0, errno == EINTR { continue }
            guard read > 0 else { throw FileBytes.Failure(system: read < 0 ? errno : EIO) }
            done += read
        }
    }

    /// Bytes in one call of the system.
    private static let most = 1 << 26
}
