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

    /// The same for a file of which so many bytes are read: `a.tmx: 45 of 200 MB, 73214 units, 0:12 left`.
    ///
    /// - Parameter size: 0 where it is not known.
    mutating func update(_ name: String, read: Int, of size: Int, _ count: @autoclosure () -> String) {
        let started = started
        update("\(name): \(Self.amount(read, of: size))\(count())\(Self.left(read, of: size, since: started))")
    }

    /// Takes the line away.
    mutating func finish() {
        if isShown, last != nil { Console.write("\r\u{1B}[K") }
        last = nil
    }

    private static func amount(_ read: Int, of size: Int) -> String {
        let unit = max(read, size) < 10_000_000 ? (1_000, "kB") : (1_000_000, "MB")
        guard size > 0 else { return "\(read / unit.0) \(unit.1), " }
        return "\(read / unit.0) of \(size / unit.0) \(unit.1), "
    }

    /// What is left at the pace so far, once there is a pace.
    private static func left(_ read: Int, of size: Int, since start: ContinuousClock.Instant) -> String {
        let passed = Double((ContinuousClock.now - start).components.seconds)
        guard size > 0, read > 0, read < size, passed >= 2 else { return "" }
        let seconds = Int((passed * Double(size - read) / Double(read)).rounded(.up))
        return ", \(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60) left"
    }
}
