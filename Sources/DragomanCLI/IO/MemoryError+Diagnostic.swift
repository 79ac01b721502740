import Dragoman

extension MemoryError {
    /// The error as every other message looks.
    var diagnostic: Diagnostic {
        Diagnostic(.error, code: "memory.\(kind.rawValue)", file: path, message: message, hint: hint)
    }
}
