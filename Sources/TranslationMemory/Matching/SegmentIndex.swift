public import FuzzyMatching
internal import Synchronization
public import UnicodeText

/// The fuzzy index of a memory's texts in one language, as the memory is at this moment.
///
/// An index made at some revision, and a small one of what has changed since. The first is kept in a file beside the
/// memory; when much has changed it is made anew beside the searches, and when very much has, before the next one.
public final class SegmentIndex: Sendable {
    public let language: LanguageTag
    private let store: any Store
    private let view: Mutex<View>
    /// Makes the index anew while searches go on.
    private let merging = Mutex<Task<Void, Never>?>(nil)

    /// What the index shows at a moment.
    struct View {
        /// Of revision `base.stamp.revision`.
        var base: FuzzyIndex
        /// Units whose texts in `base` hold no longer.
        var hidden: Set<Int64> = []
        /// The texts of these units now.
        var tail: FuzzyIndex?
        /// The revision that all this shows.
        var revision: Int64

        init(base: FuzzyIndex) {
            self.base = base
            revision = base.stamp.revision
        }
    }

    /// Below so many texts an index is made in a moment and kept in no file.
    static let smallest = 2_000

    /// How many changed units are looked through beside an index of so many texts before it is made anew.
    static func longestTail(_ count: Int) -> Int { max(smallest, count / 16) }

    /// How many times as many are looked through while that goes on.
    private static let patience = 4

    /// Opens the index file, or makes the index. O(1) with a file, else O(texts of the language).
    ///
    /// - Throws: What the store throws.
    public init(_ store: some Store, language: LanguageTag) throws {
        self.store = store
        self.language = language
        let state = try store.state()
        let base = try IndexFile(store, language: language)?.open(store, state) ?? Self.made(store, language)
        view = Mutex(View(base: base))
        try refresh(to: state)
    }

    /// The segments that score at least `minimum` percent, best first, then by unit; `FuzzyMatch.id` is the unit.
    ///
    /// Sees every change that was committed before.
    ///
    /// - Parameter limit: Most matches to return; 0 means all.
    /// - Throws: What the store throws.
    public func matches(for text: UTF8Text, minimum: Int, limit: Int) throws -> [FuzzyMatch] {
        try matches(for: text, minimum: minimum, limit: limit, in: try current())
    }

    /// The index as the memory is now.
    ///
    /// - Throws: What the store throws.
    func current() throws -> View {
        try refresh(to: try store.state())
        return view.withLock { $0 }
    }

    /// The segments as the memory was when the view was taken, or later.
    func matches(for text: UTF8Text, minimum: Int, limit: Int, in view: View) throws -> [FuzzyMatch] {
        do {
            return try Self.matches(view, text, minimum, limit)
        } catch {
            // The file is damaged. What it was made of is not, and may have been read again already.
            if self.view.withLock({ $0.base === view.base }) {
                let base = try Self.made(store, language)
                self.view.withLock { $0 = View(base: base) }
            }
            return try Self.matches(try current(), text, minimum, limit)
        }
    }

    private static func matches(
        _ view: View, _ text: UTF8Text, _ minimum: Int, _ limit: Int
    ) throws(FuzzyIndexError) -> [FuzzyMatch] {
        var asked = limit
        while true {
            let found = try view.base.matches(for: text, minimum: minimum, limit: asked)
            guard let tail = view.tail else { return found }
            let kept = found.filter { !view.hidden.contains($0.id) }
            // Hidden ones must not take the place of others.
            if limit > 0, found.count == asked, kept.count < limit {
                asked *= 2
                continue
            }
            let merged = merge(kept, try tail.matches(for: text, minimum: minimum, limit: limit))
            return limit > 0 ? Array(merged.prefix(limit)) : merged
        }
    }

    private static func merge(_ one: [FuzzyMatch], _ other: [FuzzyMatch]) -> [FuzzyMatch] {
        var result: [FuzzyMatch] = []
        result.reserveCapacity(one.count + other.count)
        var rest = other[...]
        for match in one {
            while let next = rest.first, (match.score, next.id) < (next.score, match.id) {
                result.append(next)
                rest = rest.dropFirst()
            }
            result.append(match)
        }
        return result + rest
    }

    /// Takes in what has changed. O(units changed since the base).
    private func refresh(to state: StoreState) throws {
        let (known, base) = view.withLock { ($0.revision, $0.base) }
        guard known != state.revision else { return }
        guard
            let changes = try store.changes(
                in: language, since: base.stamp.revision, atMost: Self.longestTail(base.count) * Self.patience)
        else {
            let base = try Self.made(store, language)
            view.withLock { $0 = View(base: base) }
            // What came while it was made.
            return try refresh(to: try store.state())
        }
        let tail = try FuzzyIndex(language: language, segments: changes.segments.map { ($0.unit, $0.text) })
        var view = View(base: base)
        view.hidden = changes.units
        view.tail = tail
        view.revision = changes.state.revision
        let isNewest = self.view.withLock { current in
            // A merge may have ended meanwhile.
            guard current.base === base else { return false }
            current = view
            return true
        }
        if !isNewest { return try refresh(to: try store.state()) }
        if changes.units.count > Self.longestTail(base.count) { merge() }
    }

    /// Begins to make the index anew, unless that goes on already.
    private func merge() {
        merging.withLock { task in
            guard task == nil else { return }
            task = Task.detached(priority: .utility) { [weak self] in
                guard let self else { return }
                // Where the memory cannot be read, the searches say so.
                if let base = try? Self.made(store, language) {
                    view.withLock { view in
                        if base.stamp.revision > view.base.stamp.revision { view = View(base: base) }
                    }
                }
                merging.withLock { $0 = nil }
            }
        }
    }

    /// Waits for an index that is being made anew: a program that ends sooner leaves the work to the next one.
    public func finishMerging() async { await merging.withLock { $0 }?.value }

    /// Makes the index of all texts, and leaves it in its file if it is worth one and one can be written.
    private static func made(_ store: some Store, _ language: LanguageTag) throws -> FuzzyIndex {
        guard let file = IndexFile(store, language: language) else { return try build(store, language: language) }
        do {
            return try build(store, language: language, in: file)
        } catch let error as FuzzyIndexError where error.kind != .tooLarge {
            // Where nothing can be written an index in memory does as well.
            return try build(store, language: language)
        }
    }

    /// An index of all texts of a language, which shows the memory's state or one a little later. O(texts).
    ///
    /// - Parameters:
    ///   - file: Where it is laid, if it has so many texts that it is worth one; `nil` for memory.
    ///   - always: Whether it is laid there however few it has.
    public static func build(
        _ store: some Store, language: LanguageTag, in file: IndexFile? = nil, always: Bool = false
    ) throws -> FuzzyIndex {
        let state = try store.state()
        var builder = FuzzyIndexBuilder(language: language, scratch: file?.scratch)
        try store.forEachSegment(in: language) { try builder.add($0, $1) }
        let stamp = FuzzyIndexStamp(
            source: state.created.milliseconds, revision: state.revision, check: state.date.milliseconds)
        if let file, always || builder.count >= smallest { return try file.finish(builder, stamp: stamp) }
        return try builder.finish(stamp: stamp)
    }

    /// Brings the index file of a language up to the memory's state.
    ///
    /// - Parameter always: Whether also if it is fresh enough to be used as it is.
    /// - Returns: The index, `nil` if nothing was to do.
    /// - Throws: What the store throws, and `FuzzyIndexError` if the file cannot be written.
    public static func update(_ store: some Store, language: LanguageTag, always: Bool = false) throws -> FuzzyIndex? {
        guard let file = IndexFile(store, language: language) else { return nil }
        let state = try store.state()
        if !always, let index = try file.open(store, state),
            try store.changes(in: language, since: index.stamp.revision, atMost: longestTail(index.count)) != nil
        {
            return nil
        }
        return try build(store, language: language, in: file, always: always)
    }
}
