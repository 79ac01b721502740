internal import UnicodeText

/// Numbers of units by the hashes of their identities, in memory of a bounded size: the newest in a table, the others in a
/// scratch file.
///
/// The hash of an identity is the same in every memory, so that a file may be made to have what hashes it likes; they are
/// multiplied by a number drawn at random, which is odd so that no two become one.
struct KnownIdentities {
    /// Most runs of the scratch file: 10 MB of filters for six million units.
    static let runs = 32

    private let path: String?
    private let most: (units: Int, runs: Int)
    private var table = IdentityTable()
    private var older: IdentityRuns?
    private let factor = UInt64.random(in: 0 ... .max) | 1

    /// - Parameters:
    ///   - path: What a scratch file may lie beside; `nil` where there is only memory.
    ///   - capacity: Units of the table.
    init(beside path: String?, capacity: Int = IdentityTable.capacity, runs: Int = Self.runs) {
        self.path = path
        most = (capacity, runs)
    }

    /// Numbers of the units of a hash, in the order of numbers. O(1), and a page of the file for each run that may have it.
    ///
    /// - Throws: What the system says of the scratch file.
    func ids(of hash: Int64) throws(FileBytes.Failure) -> [Int64] {
        let key = key(hash)
        var found: [Int64] = []
        table.find(key, into: &found)
        try older?.find(key, into: &found)
        if found.count > 1 { found.sort() }
        return found
    }

    /// Takes a unit. O(1), but where the table is full.
    ///
    /// - Returns: `false` where there is no room for one more, or for a number so great.
    mutating func insert(_ id: Int64, hash: Int64) -> Bool {
        guard let id = UInt32(exactly: id), id > 0 else { return false }
        if table.count == most.units, !makeRoom() { return false }
        table.insert(id, key(hash))
        return true
    }

    private mutating func makeRoom() -> Bool {
        guard let path, most.runs > older?.count ?? 0 else { return false }
        do throws(FileBytes.Failure) {
            let runs = if let older { older } else { try IdentityRuns(beside: path) }
            try runs.append(table.entries)
            older = runs
        } catch {
            // Where nothing can be written the memory's own index has to do.
            return false
        }
        table.removeAll()
        return true
    }

    private func key(_ hash: Int64) -> UInt64 { UInt64(bitPattern: hash) &* factor }
}
