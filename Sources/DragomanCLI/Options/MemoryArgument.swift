import ArgumentParser

/// A further memory: its file, and points its matches lose, as in `agency.db@5`.
struct MemoryArgument: ExpressibleByArgument {
    let path: String
    /// Percent.
    let penalty: Int

    init?(argument: String) {
        guard let at = argument.lastIndex(of: "@"), let points = Int(argument[argument.index(after: at)...]) else {
            path = argument
            penalty = 0
            return
        }
        guard (0...100).contains(points), at != argument.startIndex else { return nil }
        path = String(argument[..<at])
        penalty = points
    }
}
