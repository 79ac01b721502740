internal import CICU

/// The versions of the data that answers depend on.
public enum ICUVersion {
    public static var icu: String { version(0) }
    public static var unicode: String { version(1) }
    public static var cldr: String { version(2) }

    private static func version(_ which: Int32) -> String {
        withCString { dgm_version(which, $0, $1) }
    }
}

/// Calls a C function that fills a buffer with a NUL-terminated text.
func withCString(_ fill: (UnsafeMutablePointer<CChar>, Int32) -> Void) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1024) { buffer in
        guard let start = buffer.baseAddress else { return "" }
        start.pointee = 0
        fill(start, Int32(buffer.count))
        return String(cString: start)
    }
}
