internal import GRDB
public import UnicodeText

/// What interchange files say of themselves, kept beside their units by the files' names.
extension SQLiteStore {
    /// Keeps the head of a file in place of an earlier one. Called within `write` it is part of its transaction and
    /// revision: an undo gives the earlier one back.
    public func keepHead(_ head: UTF8Text, ofFile name: String) throws {
        try mapping {
            try database.unsafeReentrantWrite { connection in
                let heads = FileHeads(database: connection)
                if connection.isInsideTransaction { return try heads.set(head.bytes, of: name) }
                try connection.inTransaction(.immediate) {
                    try heads.set(head.bytes, of: name)
                    try heads.settle(as: nil)
                    return .commit
                }
            }
        }
    }

    /// The head kept of a file, `nil` if there is none.
    public func head(ofFile name: String) throws -> UTF8Text? {
        try read { connection in
            guard let bytes = try FileHeads(database: connection).head(of: name) else { return nil }
            guard let head = UTF8Text(validating: bytes) else { throw damaged("the head of \(name)") }
            return head
        }
    }
}
