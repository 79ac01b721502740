internal import Synchronization
internal import UnicodeText

/// The programs of a document, made once for every language that is asked for.
final class SRXProgramCache: Sendable {
    private let programs = Mutex<[String: SRXProgram?]>([:])

    /// `nil` if the document has no rules for the language.
    func program(for language: LanguageTag, of document: SRXDocument) throws -> SRXProgram? {
        let key = language.description
        if let known = programs.withLock({ $0[key] }) { return known }
        let program = try document.rules(for: language).map { try SRXProgram(rules: $0, file: document.name) }
        // Another thread may have made the same meanwhile: both are equal. Made-up tags must not fill the memory.
        programs.withLock { known in
            if known.count >= 64 { known.removeAll() }
            known[key] = .some(program)
        }
        return program
    }
}
