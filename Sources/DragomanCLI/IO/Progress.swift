import Glibc

/// A line of progress on a terminal's standard error, and nothing anywhere else.
struct Progress {
    private let isShown: Bool
    private let started = ContinuousClock.now
    private var last: ContinuousClock.Instant?

    init(quiet: Bool) { isShown = !quiet && isatty(STDERR_FILENO) == 1 }

    /// Shows the text if the last one is a tenth of a second old.
    mutating func update(_ text: @autoclosure () -> String) {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let last, now - last < .milliseconds(100) { return }
        last = now
        Console.write("\r\u{1B}[K\(text())")
    }

    /// Takes the line away.
    mutating func finish() {
        if isShown, last != nil { Console.write("\r\u{1B}[K") }
        last = nil
    }
}
