internal import UnicodeText

/// New units that have their numbers and are not in the tables yet, so that several are written at once.
struct WaitingUnits {
    struct Waiting {
        let id: Int64
        let unit: PreparedUnit
        /// Where the bytes of its columns begin.
        let start: Int
    }

    private(set) var units: [Waiting] = []
    /// What the columns of all of them hold of bytes.
    private(set) var bytes: [UInt8] = []
    /// Large ones do not wait.
    private static let most = 1 << 18

    var isFull: Bool { units.count >= RowInsertion.batch || bytes.count >= Self.most }

    mutating func append(_ unit: PreparedUnit, id: Int64) {
        units.append(Waiting(id: id, unit: unit, start: bytes.count))
        bytes.append(contentsOf: unit.row.bytes)
    }

    mutating func removeAll() {
        units.removeAll(keepingCapacity: true)
        if bytes.count > Self.most { bytes = [] } else { bytes.removeAll(keepingCapacity: true) }
    }
}
