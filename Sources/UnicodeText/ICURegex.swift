internal import CICU

/// A regular expression of ICU over UTF-16, with bounds on the steps and the stack of every match.
///
/// It holds the state of a match and belongs to one task at a time. Offsets are code units.
package final class ICURegex {
    /// What is wrong with a pattern.
    package struct PatternError: Error {
        /// ICU's error number (`UErrorCode`).
        package let code: Int32
        /// ICU's name for it: `U_REGEX_MISMATCHED_PAREN`.
        package let name: String
        /// Code units of the pattern before the place.
        package let offset: Int
    }

    /// A match that took more steps, or more stack, than a match may.
    package struct MatchError: Error {
        /// ICU's name: `U_REGEX_TIME_OUT`, `U_REGEX_STACK_OVERFLOW`.
        package let name: String
    }

    private let regex: OpaquePointer

    package init(_ pattern: [UInt16], isCaseless: Bool = false) throws(PatternError) {
        var result: OpaquePointer?
        var offset: Int32 = 0
        let status = pattern.withUnsafeBufferPointer {
            dgm_regex_open(
                $0.baseAddress ?? Self.nothing, Int32(clamping: $0.count), isCaseless ? 1 : 0, &offset, &result)
        }
        guard status <= 0, let result else {
            throw PatternError(code: status, name: String(cString: dgm_error_name(status)), offset: Int(offset))
        }
        regex = result
    }

    deinit { dgm_regex_close(regex) }

    /// Something to point at where there are no units.
    nonisolated(unsafe) private static let nothing: UnsafePointer<UInt16> = {
        let memory = UnsafeMutablePointer<UInt16>.allocate(capacity: 1)
        memory.initialize(to: 0)
        return UnsafePointer(memory)
    }()

    /// Sets the text, which must stay where it is while it is searched. O(1).
    package func setText(_ text: UnsafeBufferPointer<UInt16>) {
        _ = dgm_regex_set_text(regex, text.baseAddress ?? Self.nothing, Int32(clamping: text.count))
    }

    /// The first match from an offset on that ends by `limit`. Anchors and looks reach beyond both.
    package func find(from: Int, limit: Int) throws(MatchError) -> Range<Int>? {
        var start: Int32 = 0
        var end: Int32 = 0
        let found = dgm_regex_find(regex, Int32(clamping: from), Int32(clamping: limit), &start, &end)
        return try Self.check(found) ? Int(start)..<Int(end) : nil
    }

    /// The end of the match that begins at an offset and ends by `limit`.
    package func match(at offset: Int, limit: Int) throws(MatchError) -> Int? {
        var end: Int32 = 0
        let found = dgm_regex_match(regex, Int32(clamping: offset), Int32(clamping: limit), 0, &end)
        return try Self.check(found) ? Int(end) : nil
    }

    /// Whether it matches a text as a whole.
    package func matches(_ text: [UInt16]) throws(MatchError) -> Bool {
        var end: Int32 = 0
        let found = text.withUnsafeBufferPointer { text in
            setText(text)
            defer { setText(UnsafeBufferPointer(start: nil, count: 0)) }
            return dgm_regex_match(regex, 0, Int32(clamping: text.count), 1, &end)
        }
        return try Self.check(found)
    }

    private static func check(_ status: Int32) throws(MatchError) -> Bool {
        guard status >= 0 else { throw MatchError(name: String(cString: dgm_error_name(-status))) }
        return status == 1
    }
}
