import ArgumentParser
import Dragoman

/// Where units came from and when they changed.
struct OriginOptions: ParsableArguments {
    @Option(help: "Only units in which a term of this concept was found (glossary/concept).")
    var concept: String?

    @Option(help: "Only units that came from this file or article.")
    var origin: String?

    @Option(help: "Only units changed on or after this date (2024-03-01, or with a time in UTC).")
    var since: MomentArgument?

    @Option(help: "Only units changed before this date.")
    var before: MomentArgument?

    var filter: UnitFilter {
        var filter = UnitFilter()
        filter.concept = concept
        filter.originName = origin
        filter.changedSince = since?.moment
        filter.changedBefore = before?.moment
        return filter
    }
}
