#if canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// A file that is written under another name, and takes the place of one of its own when it is whole.
package struct FileReplacement: ~Copyable {
    private let path: String
    private let temporary: String
    private let file: OpenFile
    private var isInPlace = false

    /// - Parameter mode: who may read it, less the process's mask.
    package init(_ path: String, mode: UInt32 = 0o666) throws(FileBytes.Failure) {
        let temporary = OpenFile.name(beside: path)
        file = try OpenFile(making: temporary, mode: mode)
        self.path = path
        self.temporary = temporary
    }

    /// Writes bytes from `offset` on.
    package func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileBytes.Failure) {
        try file.write(bytes, at: offset)
    }

    /// What was written so far, mapped.
    package func written() throws(FileBytes.Failure) -> FileBytes {
        try FileBytes(mapping: file.descriptor, minimum: 1)
    }

    /// Puts the file in its place.
    ///
    /// - Parameter isSynced: whether it must be on the disk by then; what has a checksum and is soon made anew need not.
    package consuming func commit(isSynced: Bool = true) throws(FileBytes.Failure) {
        if isSynced, fsync(file.descriptor) != 0 { throw FileBytes.Failure(system: errno) }
        if rename(temporary, path) != 0 { throw FileBytes.Failure(system: errno) }
        isInPlace = true
    }

    deinit { if !isInPlace { unlink(temporary) } }
}
