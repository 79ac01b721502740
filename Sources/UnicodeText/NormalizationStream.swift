internal import CICU

/// A normalization form applied to UTF-8 that comes in pieces, and nothing else.
///
/// Pieces are cut before characters that the form never joins or reorders with what precedes them (ICU's
/// `hasBoundaryBefore`), so that the pieces' forms together are the form of the whole. Bytes that are no UTF-8 are
/// passed on as they are. Memory is that of one piece, and of a longer run without such a character where there is one.
public struct NormalizationStream {
    public let form: NormalizationForm
    /// Offset of the first byte that was no UTF-8.
    public private(set) var firstError: Int?
    /// Number of places that were no UTF-8.
    public private(set) var errorCount = 0

    private var pending: [UInt8] = []
    /// How much of `pending` is known to be valid and to hold no boundary but its first character.
    private var examined = 0
    /// Offset of `pending` in the input.
    private var position = 0

    public init(_ form: NormalizationForm) { self.form = form }

    /// Takes the next piece and hands out what is certain by now. O(piece).
    public mutating func add(_ piece: [UInt8], _ emit: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        if pending.isEmpty { pending = piece } else { pending += piece }
        try drain(isLast: false, emit)
    }

    /// Hands out the rest.
    public mutating func finish(_ emit: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        try drain(isLast: true, emit)
    }

    private mutating func drain(isLast: Bool, _ emit: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        let bytes = pending
        pending = []
        var start = 0
        var known = examined
        examined = 0
        try bytes.withUnsafeBufferPointer { all in
            while true {
                let searched = UnsafeBufferPointer(rebasing: all[(start + known)...])
                let invalid = UTF8Validation.firstError(in: searched).map { start + known + $0 }
                let end = invalid ?? all.count
                if let invalid, isLast || !UTF8Validation.isCutOff(all, at: invalid) {
                    try normalize(all, start..<invalid, emit)
                    let length = UTF8Validation.illFormedLength(all, at: invalid)
                    try emit(UnsafeBufferPointer(rebasing: all[invalid..<invalid + length]))
                    firstError = firstError ?? position + invalid
                    errorCount += 1
                    start = invalid + length
                    known = 0
                    continue
                }
                let cut = isLast ? end : boundary(all, from: start + known, to: end) ?? start
                try normalize(all, start..<cut, emit)
                start = cut
                examined = end - cut
                return
            }
        }
        position += start
        pending = Array(bytes[start...])
    }

    private func boundary(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
        let found = dgm_last_boundary(form.rawValue, bytes.baseAddress, Int64(start), Int64(end))
        return found < 0 ? nil : Int(found)
    }

    /// ICU counts in 32 bits; a run that long without a boundary is no text, and is refused.
    private func normalize(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange, _ emit: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        guard !range.isEmpty else { return }
        let part = UnsafeBufferPointer(rebasing: bytes[range])
        guard part.count <= Int(Int32.max) else { throw ICUError(code: 15, operation: "normalize \(form)") }
        var result: OpaquePointer?
        try ICUError.check(
            dgm_normalize_untracked(form.rawValue, part.baseAddress, Int32(part.count), &result), "normalize \(form)")
        guard let result else { return try emit(part) }
        defer { dgm_text_close(result) }
        try emit(UnsafeBufferPointer(start: dgm_text_bytes(result), count: Int(dgm_text_count(result))))
    }
}
