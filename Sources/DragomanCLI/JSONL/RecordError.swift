/// Why one record could not be answered.
struct RecordError: Error {
    /// A short stable name, such as `bad_json`.
    let code: String
    let message: String

    static func missing(_ name: String) -> RecordError {
        RecordError(code: "missing_field", message: "the record has no text field \"\(name)\"")
    }
}
