internal import Synchronization

/// Values made for languages when they are first asked for, and kept.
public final class LanguageCache<Value: Sendable>: Sendable {
    private let known = Mutex<[LanguageTag: Value]>([:])
    private let limit: Int

    /// - Parameter limit: how many are kept at most; made-up tags must not fill the memory.
    public init(limit: Int) { self.limit = limit }

    public func value(for language: LanguageTag, make: (LanguageTag) throws -> Value) rethrows -> Value {
        if let value = known.withLock({ $0[language] }) { return value }
        let made = try make(language)
        // Another thread may have made an equal one meanwhile.
        known.withLock { known in
            if known.count >= limit { known.removeAll() }
            known[language] = made
        }
        return made
    }
}
