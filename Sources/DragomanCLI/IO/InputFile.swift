import Dragoman
import Glibc

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
        var bytes = [UInt8](repeating: 0, count: expected > 0 ? expected + 1 : 64 * 1024)
        var count = 0
        while true {
            if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: bytes.count)) }
            let got = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
            }
            if got < 0 {
                if errno == EINTR { continue }
                throw systemError(path, "cannot read")
            }
            if got == 0 { break }
            count += got
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }
}
