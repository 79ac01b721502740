import Dispatch
import Dragoman
import Glibc
import Synchronization

/// A named input: a file, or standard input for `-`.
struct InputFile {
    let path: String

    var isStandardInput: Bool { path == "-" }

    var exists: Bool { access(path, F_OK) == 0 }

    /// The inputs of a command: the files named, else standard input.
    ///
    /// With a terminal on standard input there is nothing to read, and waiting would look like a hang.
    static func named(_ paths: [String]) throws -> [InputFile] {
        if !paths.isEmpty { return paths.map(InputFile.init) }
        if isatty(STDIN_FILENO) == 1 {
            throw Diagnostic(
                .error, code: "input.none", message: "no input",
                hint: "name a file, or pipe text in; --help shows examples")
        }
        return [InputFile(path: "-")]
    }

    /// All bytes of the input.
    func read() throws(Diagnostic) -> [UInt8] {
        if isStandardInput { return try Self.readAll(STDIN_FILENO, path: "standard input", expected: 0) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw systemError(path, "cannot open") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw systemError(path, "cannot read") }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            throw Diagnostic(
                .error, code: "input.directory", file: path, message: "this is a directory",
                hint: "name the files in it")
        }
        return try Self.readAll(descriptor, path: path, expected: Int(status.st_size))
    }

    private static func readAll(_ descriptor: Int32, path: String, expected: Int) throws(Diagnostic) -> [UInt8] {
        // One byte more than expected, so that the end is seen without growing.
        var length = expected > 0 ? expected + 1 : 64 * 1024
        var bytes = try piece(descriptor, path: path, length: length)
        var isAtEnd = bytes.count < length
        while !isAtEnd {
            let more = try piece(descriptor, path: path, length: length)
            bytes += more
            isAtEnd = more.count < length
            length *= 2
        }
        return bytes
    }

    /// The next bytes; fewer than asked for only at the end.
    private static func piece(_ descriptor: Int32, path: String, length: Int) throws(Diagnostic) -> [UInt8] {
        var error: Diagnostic?
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            if length >= largeFile { count = beginning(descriptor, of: buffer) }
            while count < length {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, length - count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { error = systemError(path, "cannot read") }
                if got <= 0 { return }
                count += got
            }
        }
        if let error { throw error }
        return bytes
    }

    /// Bytes from which on all cores read a file side by side.
    private static let largeFile = 16 << 20
    /// Bytes that are read at a time.
    private static let stretch = 2 << 20

    /// Reads from the start of a file on all cores.
    ///
    /// - Returns: how many bytes there are now, none where this is no file to read so; what follows, an error too, is for
    ///   the next read to find, which begins behind them.
    private static func beginning(_ descriptor: Int32, of buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        guard lseek(descriptor, 0, SEEK_CUR) == 0, let address = buffer.baseAddress else { return 0 }
        let length = buffer.count
        // Up to where all could be read.
        let end = Mutex(length)
        // Each piece is written to by one core alone.
        nonisolated(unsafe) let start = address
        DispatchQueue.concurrentPerform(iterations: (length + stretch - 1) / stretch) { index in
            var offset = index * stretch
            let limit = min(length, offset + stretch)
            while offset < limit {
                let got = pread(descriptor, start + offset, limit - offset, off_t(offset))
                if got < 0, errno == EINTR { continue }
                if got <= 0 { break }
                offset += got
            }
            if offset < limit { end.withLock { $0 = min($0, offset) } }
        }
        let count = end.withLock { $0 }
        return lseek(descriptor, off_t(count), SEEK_SET) == off_t(count) ? count : 0
    }
}
