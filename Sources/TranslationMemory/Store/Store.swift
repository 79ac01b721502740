public import UnicodeText

/// A translation memory: units, their history, and the ways to find them.
///
/// Texts go in and come out byte for byte; nothing is normalized here. Reads see the state of one moment. All methods
/// block; they may be called from any thread, and from several processes at once.
///
/// Two units are the same unit when the language, the text and the inline codes of their source variants and their
/// kinds are equal (of a unit without its source variant, those of its first one). Writing one that is stored already
/// merges into it by an `ImportMode`.
public protocol Store: Sendable {
    /// Whether `write` will be refused.
    var isReadOnly: Bool { get }

    /// The folder that what is derived from the memory may lie in; it need not exist. `nil` for none.
    var derivedFolder: String? { get }

    /// O(log revisions).
    func state() throws -> StoreState

    /// When a revision was made, `nil` if there is none of that number.
    func date(ofRevision number: Int64) throws -> Timestamp?

    /// What became of the texts of exactly this language after a revision; `nil` where more units changed than `limit`.
    ///
    /// O(units changed since), in memory O(limit).
    func changes(in language: LanguageTag, since revision: Int64, atMost limit: Int) throws -> SegmentChanges?

    /// Writes units in one transaction, all or nothing: when `body` or a write throws, the memory stays as it was.
    ///
    /// `body` gets a function that stores one unit and tells at once what became of it. A revision and the journal are
    /// written only when something changed. Memory does not grow with the number of units. `body` must not read this store:
    /// whether it sees what it has stored is not said.
    ///
    /// - Parameter size: How many bytes are to come, roughly; 0 where nobody knows. A store may write a large first import in
    ///   a way that lets others wait until it is there.
    /// - Throws: `MemoryError`, and whatever `body` throws.
    func write(
        mode: ImportMode, termLinks: TermLinkPolicy, revision: RevisionInfo, size: Int,
        _ body: (_ add: (PreparedUnit) throws -> WrittenUnit) throws -> Void
    ) throws -> WriteReport

    /// The unit of a number, `nil` if there is none.
    func unit(id: Int64) throws -> TranslationUnit?

    /// Units that have exactly these bytes as a variant in exactly this language, by number. O(log n + units found).
    func units(matching text: UTF8Text, language: LanguageTag) throws -> [TranslationUnit]

    /// Units that pass a filter, by number, one at a time.
    ///
    /// `body` may call the store.
    func forEachUnit(where filter: UnitFilter, _ body: (TranslationUnit) throws -> Void) throws

    /// A unit as it was after a revision, `nil` if there was none; 0 is before the first revision.
    ///
    /// O(revisions since).
    ///
    /// - Throws: `MemoryError`: `noRevision`.
    func unit(id: Int64, asOf revision: Int64) throws -> TranslationUnit?

    /// Units that pass a filter as they were after a revision, by number, one at a time; their last changes are those up to
    /// then.
    ///
    /// O(units + changes since); memory does not grow with either.
    ///
    /// - Throws: `MemoryError`: `noRevision`.
    func forEachUnit(where filter: UnitFilter, asOf revision: Int64, _ body: (TranslationUnit) throws -> Void) throws

    /// Units that revisions from one through another made or changed, by number, as the last of them left them; `nil` for
    /// those that were there before and are deleted, which the filter is asked of as they were then, but for dates. From
    /// the revision that comes next nothing has changed.
    ///
    /// - Throws: `MemoryError`: `noRevision`.
    func forEachChangedUnit(
        where filter: UnitFilter, from first: Int64, through last: Int64,
        _ body: (Int64, TranslationUnit?) throws -> Void
    ) throws

    /// All units by number, with the dates of the revisions that made them and changed them last.
    func forEachDatedUnit(_ body: (TranslationUnit, UnitDates) throws -> Void) throws

    /// The texts of exactly this language with the numbers of their units, in that order.
    func forEachSegment(in language: LanguageTag, _ body: (Int64, UTF8Text) throws -> Void) throws

    /// The units in which texts occur, in the order that was asked for; all that is committed is found.
    ///
    /// In memory O(limit), or O(units found) without one.
    ///
    /// - Throws: `ConcordanceQueryError` for a text that cannot be looked for.
    func forEachHit(_ query: ConcordanceQuery, _ body: (ConcordanceHit) throws -> Void) throws

    /// All languages there are variants in, sorted.
    func languages() throws -> [LanguageTag]

    /// The languages units were written in, sorted. O(units).
    func sourceLanguages() throws -> [LanguageTag]

    /// What happened to a unit, oldest first.
    func history(of id: Int64) throws -> [UnitChange]

    /// What was done to the memory, newest first.
    ///
    /// - Parameter limit: Most revisions to return; 0 means all.
    func revisions(limit: Int) throws -> [RevisionSummary]

    /// Takes back what a revision did, as a revision of its own: units it made go, units it changed or deleted are as they
    /// were. All or nothing.
    ///
    /// - Parameter keepsChanged: Whether units that were changed since stay as they are; otherwise they are an error.
    /// - Throws: `MemoryError`: `noRevision`, `changedSince`, and what writing throws.
    func undo(_ revision: Int64, keepsChanged: Bool, as info: RevisionInfo) throws -> UndoReport

    /// Writes all units of another memory into this one, as one revision.
    ///
    /// As `write`, and what the other memory knows of a unit that is here is joined with what is known here, unless it
    /// replaces it: notes, properties, attributes, context, term links, and the greater `usagecount`. A unit that is new here
    /// gets its dates there as `creationdate` and `changedate`, unless it has such.
    ///
    /// - Throws: `MemoryError`: `sameMemory`, and what reading there and writing here throws.
    func merge(
        _ other: any Store, mode: ImportMode, dryRun: Bool, as info: RevisionInfo, each: (WrittenUnit) throws -> Void
    ) throws -> WriteReport

    /// Finds units that are duplicates of each other and makes them one, as one revision.
    ///
    /// - Parameter example: Hears of the first groups, `DedupeOptions.examples` of them, the unit that stays first.
    /// - Complexity: O(n log n) in the size of the memory; held at once is one group.
    func dedupe(
        _ options: DedupeOptions, dryRun: Bool, as info: RevisionInfo, example: (DuplicateGroup) throws -> Void
    ) throws -> DedupeReport

    /// Makes the same edits to all units that pass a filter, as one revision.
    ///
    /// A unit that becomes the same unit as another is made one with it: the older one stays and takes all that the
    /// other has.
    ///
    /// - Parameters:
    ///   - dryRun: Whether to take all of it back in the end, so that nothing is changed and the report is true.
    ///   - each: Hears of every unit that is changed, before any are made one.
    func edit(
        where filter: UnitFilter, _ edits: [UnitEdit], dryRun: Bool, as info: RevisionInfo,
        each: (UnitChange) throws -> Void
    ) throws -> EditReport

    /// Gives units that pass a filter other term links, as one revision; nothing else about them changes.
    ///
    /// - Parameters:
    ///   - links: The links of a unit, in any order; `nil` leaves it as it is.
    ///   - each: Hears of every unit that is changed.
    /// - Throws: `MemoryError`, for a link outside of the source's text too, and whatever the two throw.
    func relink(
        where filter: UnitFilter, dryRun: Bool, as info: RevisionInfo,
        links: (TranslationUnit) throws -> [TermLink]?, each: (UnitChange) throws -> Void
    ) throws -> RelinkReport

    /// Deletes all units that pass a filter, as one revision.
    func delete(
        where filter: UnitFilter, dryRun: Bool, as info: RevisionInfo, each: (UnitChange) throws -> Void
    ) throws -> EditReport

    /// Reads the whole memory and tells what is not as it should be. O(bytes of the memory).
    func verify(_ problem: (String) throws -> Void) throws

    func statistics() throws -> Statistics
}

extension Store {
    /// Writes units of which nobody knows how many come.
    public func write(
        mode: ImportMode, termLinks: TermLinkPolicy, revision: RevisionInfo,
        _ body: (_ add: (PreparedUnit) throws -> WrittenUnit) throws -> Void
    ) throws -> WriteReport {
        try write(mode: mode, termLinks: termLinks, revision: revision, size: 0, body)
    }

    /// Writes a sequence of units in one transaction; `each` hears what became of each, in order.
    @discardableResult
    public func write(
        _ units: some Sequence<TranslationUnit>, mode: ImportMode = .keep, termLinks: TermLinkPolicy = .whenPresent,
        revision: RevisionInfo, each: ((WrittenUnit) throws -> Void)? = nil
    ) throws -> WriteReport {
        try write(mode: mode, termLinks: termLinks, revision: revision) { add in
            for unit in units {
                let written = try add(PreparedUnit(unit))
                try each?(written)
            }
        }
    }

    /// The hits of `forEachHit`.
    public func search(_ query: ConcordanceQuery) throws -> [ConcordanceHit] {
        var hits: [ConcordanceHit] = []
        try forEachHit(query) { hits.append($0) }
        return hits
    }

    public func forEachUnit(_ body: (TranslationUnit) throws -> Void) throws {
        try forEachUnit(where: .all, body)
    }
}
