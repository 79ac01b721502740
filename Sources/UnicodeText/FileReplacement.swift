#if canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// A file that is written under another name, and takes the place of one of its own when it is whole.
package struct FileReplacement: ~Copyable {
    private let path: String
    private let temporary: String
    private let descriptor: Int32
    private var isInPlace = false

    /// - Parameter mode: who may read it, less the process's mask.
    package init(_ path: String, mode: UInt32 = 0o666) throws(FileBytes.Failure) {
        self.path = path
        temporary = "\(path).\(getpid()).\(UInt32.random(in: 0 ... .max)).new"
        descriptor = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw FileBytes.Failure(system: errno) }
    }

    /// Writes bytes from `offset` on.
    package func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileBytes.Failure) {
        var done = 0
        while done < bytes.count {
            let count = min(bytes.count - done, 1 << 26)
            let written = pwrite(descriptor, bytes.baseAddress?.advanced(by: done), count, off_t(offset + done))
            if written < 0 {
                if errno == EINTR { continue }
                throw FileBytes.Failure(system: errno)
            }
            done += written
        }
    }

    /// What was written so far, mapped.
    package func written() throws(FileBytes.Failure) -> FileBytes {
        try FileBytes(mapping: descriptor, minimum: 1)
    }

    /// Puts the file in its place.
    ///
    /// - Parameter isSynced: whether it must be on the disk by then; what has a checksum and is soon made anew need not.
    package consuming func commit(isSynced: Bool = true) throws(FileBytes.Failure) {
        if isSynced, fsync(descriptor) != 0 { throw FileBytes.Failure(system: errno) }
        if rename(temporary, path) != 0 { throw FileBytes.Failure(system: errno) }
        isInPlace = true
    }

    deinit {
        close(descriptor)
        if !isInPlace { unlink(temporary) }
    }
}
