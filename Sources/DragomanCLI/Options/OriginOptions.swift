import ArgumentParser
import Dragoman

/// What units are about, where they came from and when they changed.
struct OriginOptions: ParsableArguments {
    @Option(help: "Only units in which a term of this concept was found (glossary/concept); may be repeated.")
    var concept: [String] = []

    @Option(help: "Only units in which a term of this subject field was found.")
    var subject: String?

    @Option(help: "Only units that came from this file or article.")
    var origin: String?

    @Option(help: "Only units changed on or after this date (2024-03-01, or with a time in UTC).")
    var since: MomentArgument?

    @Option(help: "Only units changed before this date.")
    var before: MomentArgument?

    @OptionGroup var glossaries: GlossaryOptions

    /// Whether any units are left out.
    var isGiven: Bool {
        !concept.isEmpty || subject != nil || origin != nil || since != nil || before != nil
    }

    /// - Throws: a `Diagnostic` for a glossary that cannot be read, and for a subject field that none has.
    func filter(_ console: Console) throws -> UnitFilter {
        var filter = UnitFilter()
        if !concept.isEmpty { filter.concepts = Set(concept) }
        if let subject { filter.concepts = (filter.concepts ?? []).union(try concepts(of: subject, console)) }
        filter.originName = origin
        filter.changedSince = since?.moment
        filter.changedBefore = before?.moment
        return filter
    }

    private func concepts(of subject: String, _ console: Console) throws -> Set<String> {
        let (links, fields) = try glossaries.shelf(console).concepts(ofSubject: subject)
        guard links.isEmpty else { return links }
        throw Diagnostic(
            .error, code: "glossary.subject", message: "no glossary has the subject field \(subject)",
            hint: "there are: \(fields.sorted().joined(separator: ", "))")
    }
}
