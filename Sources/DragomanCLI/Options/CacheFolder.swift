import Dragoman
import Glibc

/// Where what can be made anew is kept (XDG Base Directory Specification).
enum CacheFolder {
    /// `nil` for a user without a home, and where `DRAGOMAN_NO_CACHE` is set.
    static var path: String? {
        if let forbidden = getenv("DRAGOMAN_NO_CACHE"), forbidden.pointee != 0 { return nil }
        if let cache = getenv("XDG_CACHE_HOME"), cache.pointee == 0x2F { return String(cString: cache) + "/dragoman" }
        guard let home = getenv("HOME"), home.pointee == 0x2F else { return nil }
        return String(cString: home) + "/.cache/dragoman"
    }
}
