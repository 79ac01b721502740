/// A parser or a stage, fed with any bytes.
struct FuzzTarget: Sendable {
    let name: String
    /// Traps when something does not hold that must.
    let run: @Sendable (_ bytes: [UInt8]) -> Void

    init(_ name: String, _ run: @escaping @Sendable ([UInt8]) -> Void) {
        self.name = name
        self.run = run
    }

    static let all =
        encodings + parsers + press + text + srx + terms + compiled + memory + interchange + glossaries + files
}

/// Stops the run with a finding unless something holds.
func require(_ holds: Bool, _ message: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line) {
    if !holds { fatalError(message(), file: file, line: line) }
}
