import Glibc

/// What is to be known of where the program runs.
enum Machine {
    /// Who works here; `nil` where the system does not say.
    static var userName: String? {
        for name in ["USER", "LOGNAME"] {
            if let value = getenv(name), value.pointee != 0 { return String(cString: value) }
        }
        return nil
    }

    /// Cores that are running, at least one.
    static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}
