#if canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// A file without a name for what memory need not hold. It is gone with this value, and however the process ends.
package struct ScratchFile: ~Copyable {
    private let file: OpenFile

    /// - Parameter path: What it lies beside: for a moment it has a name like that.
    package init(beside path: String) throws(FileBytes.Failure) {
        let name = OpenFile.name(beside: path)
        file = try OpenFile(making: name, mode: 0o600)
        unlink(name)
    }

    /// Writes bytes from `offset` on.
    package func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileBytes.Failure) {
        try file.write(bytes, at: offset)
    }

    /// Fills `bytes` with what was written from `offset` on.
    package func read(_ bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileBytes.Failure) {
        try file.read(bytes, at: offset)
    }
}
