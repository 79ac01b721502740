internal import UnicodeText

/// Numbers of units by the hashes of their identities, for those a table had no room for: in a scratch file, a run for each
/// table that was full, sorted.
///
/// Memory has a filter and the first hash of each page of a run, some 1.4 bytes a unit.
final class IdentityRuns {
    /// Number of runs.
    var count: Int { runs.count }

    private struct Run {
        /// Bytes before its hashes; numbers of the units follow them.
        let start: Int
        let count: Int
        /// The first hash of each page.
        let pages: [UInt64]
        let filter: IdentityFilter
    }

    private var file: ScratchFile
    private var end = 0
    private var runs: [Run] = []
    private static let page = 256
    private static let writtenAtOnce = 1 << 14

    /// - Parameter path: What the scratch file lies beside.
    init(beside path: String) throws(FileBytes.Failure) { file = try ScratchFile(beside: path) }

    /// Adds a run. O(n log n).
    func append(_ entries: consuming [IdentityTable.Entry]) throws(FileBytes.Failure) {
        var sorted = entries
        sorted.sort { ($0.hash, $0.id) < ($1.hash, $1.id) }
        var filter = IdentityFilter(count: sorted.count)
        for entry in sorted { filter.insert(entry.hash) }
        for first in stride(from: 0, to: sorted.count, by: Self.writtenAtOnce) {
            let part = sorted[first..<min(first + Self.writtenAtOnce, sorted.count)]
            try file.write(part.map(\.hash), at: end + first * 8)
            try file.write(part.map(\.id), at: end + sorted.count * 8 + first * 4)
        }
        let pages = stride(from: 0, to: sorted.count, by: Self.page).map { sorted[$0].hash }
        runs.append(Run(start: end, count: sorted.count, pages: pages, filter: filter))
        end += sorted.count * 12
    }

    /// Adds the units of a hash to `ids`. A page is read from each run whose filter does not exclude it.
    func find(_ hash: UInt64, into ids: inout [Int64]) throws(FileBytes.Failure) {
        for run in runs where run.filter.mayContain(hash) { try find(hash, in: run, &ids) }
    }

    private func find(_ hash: UInt64, in run: Run, _ ids: inout [Int64]) throws(FileBytes.Failure) {
        // The page before the first that begins with the hash or a greater one may end with it.
        var page = max(0, run.pages.partitionIndex { $0 < hash } - 1)
        while page < run.pages.count, run.pages[page] <= hash {
            let first = page * Self.page
            let hashes: [UInt64] = try file.read(min(Self.page, run.count - first), at: run.start + first * 8)
            let lower = hashes.partitionIndex { $0 < hash }
            let count = hashes[lower...].prefix { $0 == hash }.count
            if count > 0 {
                let numbers: [UInt32] = try file.read(count, at: run.start + run.count * 8 + (first + lower) * 4)
                ids += numbers.map(Int64.init)
            }
            page += 1
        }
    }
}
