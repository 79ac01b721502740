import Foundation

/// The real program, run in a folder of its own with an environment of its own.
struct Program {
    struct Result {
        let status: Int32
        let output: Data
        let errors: String

        var text: String { String(decoding: output, as: UTF8.self) }
        var lines: [String] { text.split(separator: "\n").map(String.init) }
    }

    /// Where files of this run go; removed by `remove`.
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("dragoman-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String { try write(Data(text.utf8), to: name) }

    @discardableResult
    func write(_ data: Data, to name: String) throws -> String {
        try data.write(to: folder.appendingPathComponent(name))
        return path(name)
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
    }

    var files: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? [] }

    /// The folder the test bundle stands in is the one the program was built into.
    static let executable: URL = {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for folder in [
            bundle, URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent(),
        ] {
            let program = folder.appendingPathComponent("dragoman")
            if FileManager.default.isExecutableFile(atPath: program.path) { return program }
        }
        return bundle.appendingPathComponent("dragoman")
    }()

    /// Glossaries compiled once for all tests; whatever is in it changes no answer.
    static let cache = executable.deletingLastPathComponent().appendingPathComponent("test-cache")

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    func run(_ arguments: [String], input: Data = Data(), environment: [String: String] = [:]) throws -> Result {
        let process = try start(arguments, input: input, environment: environment)
        process.process.waitUntilExit()
        return try process.result()
    }

    func run(_ arguments: String..., input: String = "") throws -> Result {
        try run(arguments, input: Data(input.utf8))
    }

    /// A program under way; its streams are files, so that nothing can block.
    struct Running {
        let process: Process
        let output: FileHandle
        let errors: FileHandle

        func result() throws -> Result {
            Result(
                status: process.terminationStatus, output: try output.readToEnd() ?? Data(),
                errors: String(decoding: try errors.readToEnd() ?? Data(), as: UTF8.self))
        }
    }

    func start(_ arguments: [String], input: Data = Data(), environment: [String: String] = [:]) throws -> Running {
        let streams = FileManager.default.temporaryDirectory
            .appendingPathComponent("dragoman-streams-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
        // The files have no names once they are open: nothing is left of them, whatever becomes of the test.
        defer { try? FileManager.default.removeItem(at: streams) }
        let inputFile = streams.appendingPathComponent("in")
        let output = streams.appendingPathComponent("out")
        let errors = streams.appendingPathComponent("err")
        try input.write(to: inputFile)
        for file in [output, errors] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        // Nothing of the machine's own: no memory, no glossaries, no colours.
        process.environment = [
            "XDG_DATA_HOME": path("data"), "XDG_CACHE_HOME": Self.cache.path, "HOME": folder.path,
        ].merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        let running = Running(
            process: process, output: try FileHandle(forReadingFrom: output),
            errors: try FileHandle(forReadingFrom: errors))
        try process.run()
        return running
    }
}
