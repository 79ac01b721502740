import Foundation

/// `Fuzz TARGET [libFuzzer's options, corpus folders, files]`; without a target, their names.
///
/// One program holds all targets, for linking the modules with their sanitizers once takes long enough.
@main
enum Program {
    nonisolated(unsafe) private static var target: FuzzTarget?

    static func main() {
        var arguments = CommandLine.arguments
        let name = arguments.count > 1 ? arguments.remove(at: 1) : ""
        guard let found = FuzzTarget.all.first(where: { $0.name == name }) else {
            print(FuzzTarget.all.map(\.name).joined(separator: "\n"))
            exit(name.isEmpty ? 0 : 64)
        }
        target = found
        // libFuzzer keeps the arguments for as long as it runs.
        var values: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = .allocate(capacity: arguments.count + 1)
        for (index, argument) in arguments.enumerated() { values?[index] = strdup(argument) }
        values?[arguments.count] = nil
        var count = CInt(arguments.count)
        exit(
            runFuzzer(&count, &values) { data, count in
                Program.target?.run(Array(UnsafeBufferPointer(start: data, count: count)))
                return 0
            })
    }
}

/// libFuzzer's way in for programs with a `main` of their own.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ run: @convention(c) (_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt
) -> CInt
