import Dragoman

/// The preferred terms of a concept by language: `{"fr":"économie numérique"}`.
enum TargetsJSON {
    static func write(_ concept: Concept, _ targets: [LanguageTag], to writer: inout JSONWriter) {
        writer.object { writer in
            for target in targets {
                guard let term = concept.preferredTerm(in: target) else { continue }
                writer.member(target.description, term.text)
            }
        }
    }
}
