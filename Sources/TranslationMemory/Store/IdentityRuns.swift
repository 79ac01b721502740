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
            try write(part.map(\.hash), at: end + first * 8)
            try write(part.map(\.id), at: end + sorted.count * 8 + first * 4)
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
        var page = max(0, Self.firstIndex(in: run.pages, notBelow: hash) - 1)
        while page < run.pages.count, run.pages[page] <= hash {
            let first = page * Self.page
            let hashes: [UInt64] = try read(run.start + first * 8, min(Self.page, run.count - first))
            let lower = Self.firstIndex(in: hashes, notBelow: hash)
            let count = hashes[lower...].prefix { $0 == hash }.count
            if count > 0 {
                let numbers: [UInt32] = try read(run.start + run.count * 8 + (first + lower) * 4, count)
                ids += numbers.map(Int64.init)
            }
            page += 1
        }
    }

    private static func firstIndex(in sorted: [UInt64], notBelow hash: UInt64) -> Int {
        var (lower, upper) = (0, sorted.count)
        while lower < upper {
            let middle = (lower + upper) / 2
            if sorted[middle] < hash { lower = middle + 1 } else { upper = middle }
        }
        return lower
    }

    private func write<Number: FixedWidthInteger>(_ numbers: [Number], at offset: Int) throws(FileBytes.Failure) {
        try numbers.withUnsafeBytes { bytes in
            Result { () throws(FileBytes.Failure) in try file.write(bytes, at: offset) }
        }.get()
    }

    private func read<Number: FixedWidthInteger>(_ offset: Int, _ count: Int) throws(FileBytes.Failure) -> [Number] {
        var numbers = [Number](repeating: 0, count: count)
        try numbers.withUnsafeMutableBytes { bytes in
            Result { () throws(FileBytes.Failure) in try file.read(bytes, at: offset) }
        }.get()
        return numbers
    }
}
