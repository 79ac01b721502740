internal import Synchronization

/// Values made for keys when they are first asked for, and kept.
public final class LimitedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let known = Mutex<[Key: Value]>([:])
    private let limit: Int

    /// - Parameter limit: how many are kept at most; made-up keys must not fill the memory.
    public init(limit: Int) { self.limit = limit }

    /// All that are kept.
    public var values: [Value] { known.withLock { Array($0.values) } }

    public func value(for key: Key, make: (Key) throws -> Value) rethrows -> Value {
        if let value = known.withLock({ $0[key] }) { return value }
        let made = try make(key)
        // Another thread may have made an equal one meanwhile.
        known.withLock { known in
            if known.count >= limit { known.removeAll() }
            known[key] = made
        }
        return made
    }
}

public typealias LanguageCache<Value: Sendable> = LimitedCache<LanguageTag, Value>
