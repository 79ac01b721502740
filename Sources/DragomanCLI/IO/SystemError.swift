import Dragoman
import Glibc

/// What the operating system answered, as a diagnostic.
func systemError(_ path: String, _ action: String, code: Int32 = errno) -> Diagnostic {
    let reason = String(cString: strerror(code))
    var hint: String?
    switch code {
    case ENOENT: hint = "check the path"
    case EACCES, EPERM: hint = "check the permissions"
    case ENOSPC, EDQUOT: hint = "make room on the disk; nothing was written"
    case EROFS: hint = "write to another place"
    case EISDIR: hint = "name a file"
    default: break
    }
    return Diagnostic(.error, code: "system.\(code)", file: path, message: "\(action): \(reason)", hint: hint)
}
