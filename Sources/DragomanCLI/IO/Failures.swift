import ArgumentParser
import Dragoman

/// Runs a piece of work for each of several inputs; one that fails is reported, and the others go on.
///
/// A memory or an output that fails ends the run.
struct Failures {
    let console: Console
    private(set) var any = false

    init(_ console: Console) { self.console = console }

    mutating func attempt(_ work: () throws -> Void) throws {
        do {
            try work()
        } catch let diagnostic as Diagnostic {
            console.report(diagnostic)
            any = true
        }
    }

    /// Ends the command with code 2 if anything failed.
    func finish() throws {
        if any { throw ExitCode(2) }
    }
}
