internal import FuzzyMatching
public import UnicodeText

#if canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// The file of a memory's fuzzy index in one language. It may be deleted at any time.
public struct IndexFile: Sendable {
    public let path: String
    let language: LanguageTag
    private let folder: String

    /// `nil` for a memory that has no place for files.
    public init?(_ store: some Store, language: LanguageTag) {
        guard let folder = store.derivedFolder else { return nil }
        self.folder = folder
        self.language = language
        path = "\(folder)/\(language).fuzzy"
    }

    /// What a scratch file may lie beside: the folder itself is made when there is an index to keep.
    var scratch: String { folder }

    public var exists: Bool { access(path, F_OK) == 0 }

    /// The index, if there is one that was made of this memory.
    func open(_ store: some Store, _ state: StoreState) throws -> FuzzyIndex? {
        // Whatever is wrong with a file, the index is made anew.
        guard let index = try? FuzzyIndex(path: path), index.language == language else { return nil }
        let stamp = index.stamp
        let isOwn = try store.isOrigin(source: stamp.source, revision: stamp.revision, check: stamp.check, state)
        return isOwn ? index : nil
    }

    /// Lays the index out in its place; readers of an older one keep that.
    ///
    /// - Throws: `tooLarge`, `unwritable`.
    func finish(
        _ builder: consuming FuzzyIndexBuilder, stamp: FuzzyIndexStamp
    ) throws(FuzzyIndexError) -> FuzzyIndex {
        if mkdir(folder, 0o777) != 0, errno != EEXIST {
            throw FuzzyIndexError(.unwritable, path: path, system: errno)
        }
        return try builder.finish(stamp: stamp, at: path)
    }
}
