import ArgumentParser
import Dragoman

/// Which units of a memory a command works on.
struct UnitFilterOptions: ParsableArguments {
    @Option(help: "Only these units, by number, with commas between.")
    var unit: UnitNumbers?

    @Option(help: "Only units with a text in every one of these languages, with commas between.")
    var languages: LanguageList?

    @Option(help: "Only units written in this language.")
    var from: LanguageTag?

    @Option(help: "Only units whose source holds this text, byte for byte.")
    var source: String?

    @Option(help: "Only units with a translation that holds this text, byte for byte.")
    var target: String?

    @Option(help: "Only units of this size: block, paragraph, sentence or phrase.")
    var kind: SegmentKind?

    @Option(help: "Only units of this origin: manual, press, import, alignment, machine or glossary.")
    var originKind: Origin.Kind?

    @Option(help: "Only units that have this attribute, or a text of theirs has it: NAME=VALUE. May be repeated.")
    var attribute: [NamedValue] = []

    @Option(help: "Only units that have this property, or a text of theirs has it: TYPE=TEXT. May be repeated.")
    var property: [NamedValue] = []

    @Option(help: "Only units used at least so often (attribute usagecount).")
    var minUsage: Int?

    @Option(help: "Only units used at most so often; 0 takes those never used.")
    var maxUsage: Int?

    @OptionGroup var origins: OriginOptions

    @Flag(help: "All units: without this, some choice must be made.")
    var all = false

    /// - Throws: What `OriginOptions.filter` throws.
    func filter(_ console: Console) throws -> UnitFilter {
        var filter = try origins.filter(console)
        add(to: &filter)
        return filter
    }

    private func add(to filter: inout UnitFilter) {
        filter.ids = unit?.numbers ?? []
        filter.allLanguages = languages?.languages ?? []
        filter.sourceLanguage = from
        filter.sourceText = source.map { UTF8Text($0) }
        filter.targetText = target.map { UTF8Text($0) }
        if let kind { filter.kinds = [kind] }
        if let originKind { filter.originKinds = [originKind] }
        filter.attributes = attribute.map { Attribute($0.name, $0.value) }
        filter.properties = property.map { Attribute($0.name, $0.value) }
        filter.minimumUsage = minUsage
        filter.maximumUsage = maxUsage
    }

    func validate() throws {
        for text in [source, target] where text?.isEmpty ?? false { throw ValidationError("a text to find is empty") }
        var others = UnitFilter.all
        add(to: &others)
        let isOpen = others == .all && !origins.isGiven
        if isOpen, !all {
            throw ValidationError(
                "no units were chosen: name some with --unit, --source, --origin …, or all with --all")
        }
        if !isOpen, all { throw ValidationError("--all goes with no other choice of units") }
    }
}

/// Numbers of units with commas between: `42,43`.
struct UnitNumbers: ExpressibleByArgument {
    let numbers: Set<Int64>

    init?(argument: String) {
        var numbers: Set<Int64> = []
        for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let number = Int64(part), number > 0 else { return nil }
            numbers.insert(number)
        }
        self.numbers = numbers
    }
}
