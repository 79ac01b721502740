internal import CICU

/// A text made by the shim, with the places ICU changed.
struct ICUText {
    let text: UTF8Text
    /// Old start, old length, new start, new length for each changed place.
    let changes: [(Int, Int, Int, Int)]

    /// Runs a shim function that makes a text out of `bytes`. ICU counts in 32 bits, so at most 2 GB.
    static func make(
        _ bytes: [UInt8], _ operation: String,
        _ call: (UnsafePointer<UInt8>?, Int32, UnsafeMutablePointer<OpaquePointer?>) -> Int32
    ) throws(ICUError) -> ICUText {
        guard bytes.count <= Int(Int32.max) else { throw ICUError(code: 15, operation: operation) }
        var result: OpaquePointer?
        let status = bytes.withUnsafeBufferPointer { call($0.baseAddress, Int32($0.count), &result) }
        try ICUError.check(status, operation)
        guard let result else { throw ICUError(code: 7, operation: operation) }
        defer { dgm_text_close(result) }
        let made = UnsafeBufferPointer(start: dgm_text_bytes(result), count: Int(dgm_text_count(result)))
        var changes: [(Int, Int, Int, Int)] = []
        let count = Int(dgm_text_change_count(result))
        if count > 0, let raw = dgm_text_changes(result) {
            changes.reserveCapacity(count)
            for index in 0..<count {
                let each = raw + index * 4
                changes.append((Int(each[0]), Int(each[1]), Int(each[2]), Int(each[3])))
            }
        }
        return ICUText(text: UTF8Text(unchecked: Array(made)), changes: changes)
    }

    /// The changes as an edit map whose edits carry one rule.
    func edits(from sourceCount: Int, rule: String) -> EditMap {
        EditMap(
            sourceCount: sourceCount, targetCount: text.count,
            edits: changes.map { Edit(source: $0.0..<$0.0 + $0.1, target: $0.2..<$0.2 + $0.3, rules: [rule]) })
    }
}
