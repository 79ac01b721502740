import FaultyVFS
import Foundation
import GRDB
import Testing
import UnicodeText

@testable import TranslationMemory

/// What becomes of a memory when the disk is full or fails, at every operation that can fail.
@Suite(.serialized) struct FaultTests {
    /// An operation of a file system and what it fails with.
    struct Fault: CustomTestStringConvertible {
        var name: String
        var kind: Int
        var code: ResultCode
        /// None where SQLite puts up with it: a log that is not cut back is used again.
        var error: Set<MemoryError.Kind>

        var testDescription: String { name }
    }

    enum Work: String, CaseIterable {
        case `import`, undo, dedupe
        /// Into a memory without units: its indexes are made in the end, and the log is brought in beside.
        case large

        func run(_ store: SQLiteStore) throws {
            switch self {
            case .import:
                let new = (0..<6).map {
                    TranslationUnit.english(UTF8Text("new sentence \($0)"), ["fr": "phrase neuve"])
                }
                try store.write(new, revision: .test)
            case .large:
                _ = try store.write(mode: .keep, termLinks: .whenPresent, revision: .test, many: 8) { add in
                    for number in 0..<40 {
                        let text = UTF8Text("sentence \(number % 36)")
                        _ = try add(PreparedUnit(.english(text, ["fr": UTF8Text("phrase \(number)")])))
                    }
                }
                store.checkpoints.wait()
            case .undo: _ = try store.undo(1, keepsChanged: true, as: .test)
            case .dedupe: _ = try store.dedupe(DedupeOptions(.both), dryRun: false, as: .test) { _ in }
            }
        }
    }

    static let faults: [Fault] = [
        Fault(name: "full", kind: FAULTY_WRITE, code: .SQLITE_FULL, error: [.diskFull]),
        Fault(name: "write", kind: FAULTY_WRITE, code: .SQLITE_IOERR_WRITE, error: [.io]),
        Fault(name: "sync", kind: FAULTY_SYNC, code: .SQLITE_IOERR_FSYNC, error: [.io]),
        Fault(name: "read", kind: FAULTY_READ, code: .SQLITE_IOERR_READ, error: [.io]),
        Fault(name: "open", kind: FAULTY_OPEN, code: .SQLITE_CANTOPEN, error: [.permission]),
        Fault(name: "truncate", kind: FAULTY_TRUNCATE, code: .SQLITE_IOERR_TRUNCATE, error: []),
        Fault(name: "shared memory", kind: FAULTY_SHARED, code: .SQLITE_IOERR_SHMSIZE, error: [.io]),
    ]

    /// Two revisions, units changed and units that are duplicates.
    private static func make(_ path: String, for work: Work) throws {
        let store = try SQLiteStore(path: path)
        if work == .large { return try store.close() }
        let sentences = (0..<6).map { TranslationUnit.english(UTF8Text("sentence \($0)"), ["fr": "phrase"]) }
        let phrases = sentences.prefix(3).map { unit in
            var unit = unit
            unit.kind = .phrase
            unit.annotations = [.note("a phrase")]
            return unit
        }
        try store.write(sentences + phrases, revision: .test)
        try store.write(
            [.english("sentence 3", ["fr": "autre"]), .english("more", ["fr": "plus"])], mode: .replace, revision: .test
        )
        try store.close()
    }

    @Test(arguments: faults, Work.allCases) func everyOperation(fault: Fault, work: Work) throws {
        #expect(faulty_vfs_register() == 0)
        let folder = try TemporaryFolder()
        try Self.make(folder["base.db"], for: work)
        let before = try units(try SQLiteStore(path: folder["base.db"], access: .readOnly))
        try FileManager.default.copyItem(atPath: folder["base.db"], toPath: folder["after.db"])
        let done = try SQLiteStore(path: folder["after.db"])
        try work.run(done)
        let after = try units(done)
        #expect(after != before)
        for lasting in [false, true] {
            var failures = 0
            // Until there are no more operations of the kind.
            for number in 1...2000 {
                let path = folder["faulty-\(lasting)-\(number).db"]
                try FileManager.default.copyItem(atPath: folder["base.db"], toPath: path)
                faulty_vfs_arm(Int32(fault.kind), Int64(number), fault.code.rawValue, lasting ? 1 : 0)
                var store: SQLiteStore?
                var error: (any Error)?
                do {
                    store = try SQLiteStore(path: path)
                    if let store { try work.run(store) }
                } catch let thrown {
                    error = thrown
                }
                // Every other time the store is used on when the disk is well again, else closed while it is not.
                if lasting == (number % 2 == 0) { try? store?.close() }
                guard faulty_vfs_disarm() > 0 else {
                    #expect(error == nil && (number > 1 || fault.error.isEmpty), "\(String(describing: error))")
                    break
                }
                if let error {
                    failures += 1
                    let kind = (error as? MemoryError)?.kind
                    #expect(kind.map(fault.error.contains) == true, "\(number): \(error)")
                }
                if lasting == (number % 2 == 0) || store == nil { store = try SQLiteStore(path: path) }
                guard let store else { continue }
                let found = try units(store)
                // What was told to be stored is stored; after an error the memory is as before or all of it is there, and
                // before where the error says so.
                #expect(
                    found == after && fault.error != [.diskFull] || found == (error == nil ? after : before),
                    "\(number): neither before nor after")
                #expect(try problems(store).isEmpty, "\(number)")
                if found == before { try work.run(store) }
                #expect(try units(store) == after, "\(number)")
                try store.close()
                try FileManager.default.removeItem(atPath: path)
            }
            #expect(failures > 0 || fault.error.isEmpty)
        }
    }
}
