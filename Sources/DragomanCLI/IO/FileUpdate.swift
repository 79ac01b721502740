import Dragoman
import Glibc

/// Changes a file as a whole: what is written depends on what was there, and no change of another program is lost.
///
/// Other runs of this program wait for the folder's lock. A program that knows nothing of it is noticed by the file's
/// size, time and number, and then nothing is written.
enum FileUpdate {
    /// - Parameter change: gets the file's bytes, `nil` for none, and returns the new ones, `nil` to leave it as it is.
    static func run(_ path: String, _ change: ([UInt8]?) throws -> [UInt8]?) throws {
        let place = resolved(path)
        let lock = Lock(folder(of: place))
        defer { lock.release() }
        let before = identity(of: place)
        let bytes = try before == nil ? nil : InputFile(path: place).read()
        guard let new = try change(bytes) else { return }
        let file = try OutputFile(place)
        try file.write(new)
        try file.flush()
        guard before == identity(of: place) else {
            throw Diagnostic(
                .error, code: "output.changed", file: path,
                message: "another program changed the file meanwhile; nothing was written",
                hint: "run the command again")
        }
        try file.finish()
    }

    private struct Identity: Equatable {
        let device: UInt
        let number: UInt
        let size: Int
        let seconds: Int
        let nanoseconds: Int
    }

    private static func identity(of path: String) -> Identity? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Identity(
            device: UInt(status.st_dev), number: UInt(status.st_ino), size: Int(status.st_size),
            seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    }

    /// The file a link points at.
    private static func resolved(_ path: String) -> String {
        guard let pointer = realpath(path, nil) else { return path }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
        return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
    }

    /// The lock of a folder. A file system without locks leaves it at noticing.
    private struct Lock {
        private let descriptor: Int32

        init(_ folder: String) {
            descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { return }
            while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
        }

        func release() {
            if descriptor >= 0 { close(descriptor) }
        }
    }
}
