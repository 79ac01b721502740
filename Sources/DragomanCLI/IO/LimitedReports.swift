import Dragoman

/// Passes on the first problems of each kind and counts the others: a broken file has thousands.
final class LimitedReports {
    private let console: Console
    private var counts: [String: Int] = [:]
    private static let most = 3

    /// What was passed on.
    private(set) var told: [Diagnostic] = []

    init(_ console: Console) { self.console = console }

    func report(_ diagnostic: Diagnostic) {
        counts[diagnostic.code, default: 0] += 1
        if counts[diagnostic.code, default: 0] <= Self.most { tell(diagnostic) }
    }

    private func tell(_ diagnostic: Diagnostic) {
        told.append(diagnostic)
        console.report(diagnostic)
    }

    /// Tells how many were not passed on.
    func finish(file: String?) {
        for (code, count) in counts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
        where count > Self.most {
            tell(
                Diagnostic(
                    .note, code: code, file: file,
                    message: "\(count - Self.most) more of these (\(code)), \(count) in all"))
        }
        counts = [:]
    }
}
