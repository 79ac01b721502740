internal import CICU

/// A failure that ICU reported.
public struct ICUError: Error, Hashable, Sendable, CustomStringConvertible {
    /// ICU's error number (`UErrorCode`).
    public let code: Int32
    /// What was asked of ICU.
    public let operation: String

    public var description: String { "ICU: \(operation): \(String(cString: dgm_error_name(code)))" }

    static func check(_ code: Int32, _ operation: @autoclosure () -> String) throws(ICUError) {
        if code > 0 { throw ICUError(code: code, operation: operation()) }
    }
}
