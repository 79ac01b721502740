internal import Dispatch
internal import GRDB

extension SQLiteStore {
    /// Keeps the commit that comes from bringing what the log has into the file.
    func putOffCheckpoint(_ connection: Database) throws {
        try connection.execute(sql: "PRAGMA wal_autocheckpoint = 0")
    }

    /// Brings what the log has into the file, on a thread of its own: of a large import that is half a second of waiting for
    /// the disk, and whoever reads needs not wait for it. The store waits before it is closed or gone.
    func checkpointBeside() {
        // No task: the connection may have to be waited for, and Swift's threads must not wait. The store waits, so that it
        // is there as long as this runs; a reference would keep the connections open for a moment longer.
        DispatchQueue.global(qos: .userInitiated).async(group: checkpoints) { [unowned database] in
            try? database.unsafeReentrantWrite { connection in
                try connection.execute(sql: "PRAGMA wal_autocheckpoint = \(Self.checkpointedPages)")
                // As after any commit, a log that cannot be brought in stays, and is read.
                try connection.checkpoint(.passive)
            }
        }
    }

    /// SQLite's default: pages of the log after which a commit brings them in.
    private static var checkpointedPages: Int { 1_000 }
}
