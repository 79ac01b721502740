import Dragoman
import Glibc

/// Reads an input a piece at a time, in bounded memory.
final class ChunkedInput {
    private let descriptor: Int32
    private let path: String
    private let owns: Bool
    /// Size of the file in bytes, 0 where it is not known.
    let size: Int
    /// Bytes handed out so far.
    private(set) var position = 0
    private var pending: [UInt8] = []

    init(_ input: InputFile) throws(Diagnostic) {
        path = input.path
        owns = !input.isStandardInput
        descriptor = owns ? open(input.path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO
        guard descriptor >= 0 else { throw systemError(path, "cannot open") }
        var status = stat()
        let isKnown = fstat(descriptor, &status) == 0
        size = isKnown && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
        if isKnown, status.st_mode & S_IFMT == S_IFDIR {
            if owns { close(descriptor) }
            throw Diagnostic(
                .error, code: "input.directory", file: path, message: "this is a directory",
                hint: "name the files in it")
        }
    }

    deinit {
        if owns { close(descriptor) }
    }

    /// The first bytes, which `next` gives again.
    func head(_ count: Int) throws -> [UInt8] {
        while pending.count < count {
            let piece = try readPiece()
            if piece.isEmpty { break }
            pending += piece
        }
        return Array(pending.prefix(count))
    }

    /// The next piece, empty at the end.
    func next() throws -> [UInt8] {
        let piece = pending.isEmpty ? try readPiece() : pending
        pending = []
        position += piece.count
        return piece
    }

    private func readPiece() throws(Diagnostic) -> [UInt8] {
        while true {
            var (got, code) = (0, Int32(0))
            let bytes = [UInt8](unsafeUninitializedCapacity: 128 * 1024) { buffer, count in
                got = read(descriptor, buffer.baseAddress, buffer.count)
                code = errno
                count = max(0, got)
            }
            if got >= 0 { return bytes }
            errno = code
            if code != EINTR { throw systemError(path, "cannot read") }
        }
    }
}
