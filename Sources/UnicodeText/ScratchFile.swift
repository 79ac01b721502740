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

    /// Writes numbers from a byte on.
    package func write<Number: BitwiseCopyable>(_ numbers: [Number], at offset: Int) throws(FileBytes.Failure) {
        try numbers.withUnsafeBytes { bytes in
            Result { () throws(FileBytes.Failure) in try file.write(bytes, at: offset) }
        }.get()
    }

    /// So many numbers that were written from a byte on.
    package func read<Number: BitwiseCopyable>(_ count: Int, at offset: Int) throws(FileBytes.Failure) -> [Number] {
        var result: Result<Void, FileBytes.Failure> = .success(())
        let numbers = [Number](unsafeUninitializedCapacity: count) { space, initialized in
            let bytes = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: space[..<count]))
            result = Result { () throws(FileBytes.Failure) in try file.read(bytes, at: offset) }
            if case .success = result { initialized = count }
        }
        try result.get()
        return numbers
    }
}
