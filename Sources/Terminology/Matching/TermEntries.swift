internal import UnicodeText

/// The terms of a matcher by number: in memory, or read from a compiled file when a text has them.
struct TermEntries: Sendable, RandomAccessCollection {
    private enum Storage: Sendable {
        case made([TermMatcher.Entry])
        case compiled(CompiledEntries, LimitedCache<Int, TermMatcher.Entry>)
    }

    private let storage: Storage

    init(_ entries: [TermMatcher.Entry]) { storage = .made(entries) }
    init(_ entries: CompiledEntries) { storage = .compiled(entries, LimitedCache(limit: 4096)) }

    var startIndex: Int { 0 }

    var endIndex: Int {
        switch storage {
        case .made(let entries): entries.count
        case .compiled(let entries, _): entries.count
        }
    }

    subscript(index: Int) -> TermMatcher.Entry {
        switch storage {
        case .made(let entries): entries[index]
        case .compiled(let entries, let known): known.value(for: index) { entries.entry(at: $0) }
        }
    }
}
