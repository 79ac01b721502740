import Dragoman
import Glibc

/// Where a user's memory and glossaries are kept (XDG Base Directory Specification).
enum DataFolder {
    static var path: String {
        if let data = getenv("XDG_DATA_HOME"), data.pointee == 0x2F { return String(cString: data) + "/dragoman" }
        let home = getenv("HOME").map { String(cString: $0) } ?? "."
        return home + "/.local/share/dragoman"
    }

    /// Makes the folder and those above it.
    static func make(_ folder: String = path) throws(Diagnostic) {
        var made = folder.utf8.first == 0x2F ? "" : "."
        for part in folder.split(separator: "/") {
            made += "/" + part
            if mkdir(made, 0o777) != 0, errno != EEXIST { throw systemError(made, "cannot make the folder") }
        }
    }
}
