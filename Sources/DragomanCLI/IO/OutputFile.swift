import Dragoman
import Glibc

/// The reader of our output went away: not an error, but the end of the work.
struct BrokenPipe: Error {}

/// Results cannot be written: nothing that is still to come matters then.
struct OutputFailure: Error {
    let diagnostic: Diagnostic
}

/// Buffered output to standard output or to a file.
///
/// A file is written under a temporary name beside its place and renamed when all of it is on the disk, so that what
/// was there stays until then. Anything that is no regular file (a device, a pipe) is written directly.
final class OutputFile {
    private let path: String?
    private let temporary: String?
    private var descriptor: Int32
    private var buffer: [UInt8] = []
    private var isFinished = false

    /// - Parameter path: `nil` or `-` for standard output.
    init(_ path: String?) throws(Diagnostic) {
        guard let path, path != "-" else {
            self.path = nil
            temporary = nil
            descriptor = STDOUT_FILENO
            return
        }
        self.path = path
        var status = stat()
        let exists = stat(path, &status) == 0
        if exists, status.st_mode & S_IFMT == S_IFDIR {
            throw Diagnostic(.error, code: "output.directory", file: path, message: "this is a directory")
        }
        if exists, status.st_mode & S_IFMT != S_IFREG {
            temporary = nil
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw systemError(path, "cannot write") }
            return
        }
        // A link keeps pointing at its file.
        let place =
            exists
            ? realpath(path, nil).map { pointer in
                defer { free(pointer) }
                return String(cString: pointer)
            } ?? path : path
        let name = "\(place).\(getpid()).part"
        temporary = name
        let mode = exists ? status.st_mode & 0o777 : 0o666
        descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        if descriptor < 0, errno == EEXIST {
            // Left by a process of the same number that was killed.
            unlink(name)
            descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        }
        guard descriptor >= 0 else { throw systemError(path, "cannot write") }
    }

    deinit {
        // Given up half-way: nothing half-written stays.
        if !isFinished, let temporary {
            close(descriptor)
            unlink(temporary)
        }
    }

    func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBufferPointer { try write($0) } }

    func write(_ bytes: some Collection<UInt8>) throws {
        buffer.append(contentsOf: bytes)
        if buffer.count >= 64 * 1024 { try flush() }
    }

    func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        if bytes.count >= 64 * 1024 {
            // What is large goes out as it is.
            try flush()
            return try send(UnsafeRawBufferPointer(bytes))
        }
        buffer.append(contentsOf: bytes)
        if buffer.count >= 64 * 1024 { try flush() }
    }

    func write(_ text: String) throws { try write(text.utf8) }

    func line(_ text: String) throws {
        try write(text.utf8)
        try write(CollectionOfOne<UInt8>(0x0A))
    }

    func flush() throws {
        try buffer.withUnsafeBytes { try send($0) }
        buffer.removeAll(keepingCapacity: true)
    }

    private func send(_ bytes: UnsafeRawBufferPointer) throws {
        var sent = 0
        while sent < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
            if count < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { throw BrokenPipe() }
                throw OutputFailure(diagnostic: systemError(path ?? "standard output", "cannot write"))
            }
            sent += count
        }
    }

    /// Puts everything in its place. Without this call a file is not changed.
    func finish() throws {
        try flush()
        if let path {
            if temporary != nil, fsync(descriptor) != 0 { throw systemError(path, "cannot write") }
            guard close(descriptor) == 0 else { throw systemError(path, "cannot write") }
            if let temporary {
                let place = String(temporary.dropLast(".\(getpid()).part".utf8.count))
                guard rename(temporary, place) == 0 else {
                    let error = systemError(path, "cannot put in place")
                    unlink(temporary)
                    isFinished = true
                    throw error
                }
            }
        }
        isFinished = true
    }
}
