import Glibc

/// What a record of changes wants to know of where it runs.
enum Machine {
    /// Who works here; `nil` where the system does not say.
    static var userName: String? {
        for name in ["USER", "LOGNAME"] {
            if let value = getenv(name), value.pointee != 0 { return String(cString: value) }
        }
        return nil
    }
}
