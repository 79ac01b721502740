import Dragoman
import Synchronization

/// Says what is to be said of the rules for a language once, however many texts are in it.
final class FinderWarnings: Sendable {
    private let said = Mutex<Set<String>>([])

    /// Languages that are spoken of at most: made-up tags must fill neither the memory nor the screen.
    private static let limit = 64

    /// The warning, if there is one and it has not been given before.
    func take(_ finder: SentenceFinder) -> Diagnostic? {
        guard let warning = finder.warning else { return nil }
        return said.withLock { said in
            guard said.count < Self.limit, said.insert(warning.message).inserted else { return nil }
            return warning
        }
    }
}
