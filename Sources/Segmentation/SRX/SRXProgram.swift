internal import Synchronization
internal import UnicodeText

/// The rules of a file for one language, with matchers that tasks take in turns.
final class SRXProgram: Sendable {
    let rules: [SRXRule]
    let file: String
    private let idle: Mutex<[Box]>

    /// A matcher belongs to whoever took it out of the pool, and to nobody else.
    private struct Box: @unchecked Sendable {
        let matcher: SRXMatcher
    }

    init(rules: [SRXRule], file: String) throws {
        self.rules = rules
        self.file = file
        idle = Mutex([Box(matcher: try SRXMatcher(rules: rules, file: file))])
    }

    func withMatcher<Result>(_ body: (SRXMatcher) throws -> Result) throws -> Result {
        let box = try idle.withLock { $0.popLast() } ?? Box(matcher: try SRXMatcher(rules: rules, file: file))
        defer { idle.withLock { $0.append(box) } }
        return try body(box.matcher)
    }

    /// The name of a rule in `Boundary.rule`: the file and its line.
    func name(of rule: Int) -> String { "\(file):\(rules[rule].line)" }
}
