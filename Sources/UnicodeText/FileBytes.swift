#if canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// The bytes of a derived file, mapped or in memory, aligned to eight at least.
///
/// Unchecked: the bytes are written by `init` alone, before anybody else can see them, and freed by `deinit`.
package final class FileBytes: @unchecked Sendable {
    /// The number of the system's error, 0 for a file that is none of these.
    package struct Failure: Error {
        package let system: Int32
    }

    package let raw: UnsafeRawBufferPointer
    private let isMapped: Bool

    package init(count: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
        // Zeros that take no memory before they are written to; aligned to sixteen bytes (C11, 7.22.3).
        guard let start = calloc(max(1, count), 1) else { fatalError("no memory for an index of \(count) bytes") }
        let memory = UnsafeMutableRawBufferPointer(start: start, count: count)
        fill(memory)
        raw = UnsafeRawBufferPointer(memory)
        isMapped = false
    }

    /// Maps a file. Its pages are read when they are first looked at.
    ///
    /// - Parameter minimum: bytes that it must have at least, one or more.
    package convenience init(mapping path: String, minimum: Int) throws(Failure) {
        // Not blocking: a pipe of that name would wait for somebody who writes into it.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Failure(system: errno) }
        defer { close(descriptor) }
        try self.init(mapping: descriptor, minimum: minimum)
    }

    /// Maps a file that is open.
    init(mapping descriptor: Int32, minimum: Int) throws(Failure) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Failure(system: errno) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size >= minimum else { throw Failure(system: 0) }
        // A file that is replaced stays as it was for those who have it open; nobody writes into one.
        guard let base = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED
        else { throw Failure(system: errno) }
        raw = UnsafeRawBufferPointer(start: base, count: Int(status.st_size))
        isMapped = true
    }

    /// Gives back memory that pages of a mapped file took, up to `end`; they are read again when they are looked at.
    package func release(before end: Int) {
        let size = Int(getpagesize())
        guard isMapped, end >= size, let base = raw.baseAddress else { return }
        madvise(UnsafeMutableRawPointer(mutating: base), end / size * size, MADV_DONTNEED)
    }

    /// Memory from `malloc`, which is freed with this object.
    package init(taking memory: UnsafeMutableRawBufferPointer) {
        raw = UnsafeRawBufferPointer(memory)
        isMapped = false
    }

    deinit {
        if isMapped {
            munmap(UnsafeMutableRawPointer(mutating: raw.baseAddress), raw.count)
        } else {
            free(UnsafeMutableRawPointer(mutating: raw.baseAddress))
        }
    }

    /// Writes the bytes to a file that takes the place of one of that name when it is whole.
    ///
    /// - Parameters:
    ///   - mode: who may read it, less the process's mask.
    ///   - isSynced: whether it must be on the disk by then; what has a checksum and is soon made anew need not.
    package func write(to path: String, mode: UInt32 = 0o666, isSynced: Bool = true) throws(Failure) {
        let file = try FileReplacement(path, mode: mode)
        try file.write(raw, at: 0)
        try file.commit(isSynced: isSynced)
    }
}
