internal import UnicodeText

#if canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

extension FileBytes {
    /// The bytes of an index file, mapped.
    ///
    /// - Throws: `missing`, `unreadable`, `notAnIndex`.
    static func index(_ path: String) throws(FuzzyIndexError) -> FileBytes {
        do throws(Failure) {
            return try FileBytes(mapping: path, minimum: IndexHeader.size)
        } catch {
            let kind: FuzzyIndexError.Kind =
                error.system == 0 ? .notAnIndex : error.system == ENOENT ? .missing : .unreadable
            throw FuzzyIndexError(kind, path: path, system: error.system)
        }
    }

    /// Writes an index to a file, which it replaces only when all of it is on the disk.
    ///
    /// - Throws: `unwritable`.
    func writeIndex(to path: String) throws(FuzzyIndexError) {
        do throws(Failure) {
            try write(to: path)
        } catch {
            throw FuzzyIndexError(.unwritable, path: path, system: error.system)
        }
    }
}
