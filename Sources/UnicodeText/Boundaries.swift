internal import CICU

/// Boundaries in a text by ICU's break iterators (UAX #29, #14), over UTF-8.
///
/// An iterator is costly to open and cheap to use again; it belongs to one task at a time.
public final class Boundaries {
    public enum Kind: Int32, Sendable {
        case graphemeClusters = 0
        case words
        case lines
        case sentences
    }

    private let breaks: OpaquePointer

    /// - Throws: `ICUError` when ICU has no rules of that kind.
    public init(_ kind: Kind, language: LanguageTag = .undetermined) throws(ICUError) {
        var result: OpaquePointer?
        try ICUError.check(
            dgm_breaks_open(kind.rawValue, language.description, &result), "open \(kind) of \(language)")
        guard let result else { throw ICUError(code: 7, operation: "open \(kind)") }
        breaks = result
    }

    deinit { dgm_breaks_close(breaks) }

    /// Calls `found` with each piece between two boundaries, in order, and ICU's status of the boundary that ends it.
    /// O(n).
    public func forEach(in text: UTF8Text, _ found: (_ piece: ByteRange, _ status: Int32) -> Void) {
        guard !text.isEmpty else { return }
        text.bytes.withUnsafeBufferPointer { bytes in
            guard dgm_breaks_set_text(breaks, bytes.baseAddress, Int64(bytes.count)) <= 0 else { return }
            var start = 0
            while true {
                let end = Int(dgm_breaks_next(breaks))
                guard end > start else { break }
                found(start..<end, dgm_breaks_status(breaks))
                start = end
            }
        }
    }

    /// Statuses below this one mean a piece without letters or digits (`UBRK_WORD_NONE_LIMIT`).
    public static let wordStatusMinimum: Int32 = 100
}
