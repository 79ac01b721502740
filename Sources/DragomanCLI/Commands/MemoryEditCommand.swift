import ArgumentParser
import Dragoman

struct MemoryEditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Changes many units of a memory at once.",
        discussion: """
            dragoman memory edit --target "e-mail" --lang fr --replace "e-mail" --with "courriel" --dry-run
            dragoman memory edit --origin old.tmx --set-property x-client=UNO
            dragoman memory edit --all --lang fr --set-language fr-CA

            Texts are replaced byte for byte, wherever they occur; inline codes keep their places. A unit that becomes the \
            same as another is made one with it, the older one stays. All of it is one revision, which memory undo takes back.
            """)

    @OptionGroup(title: "Which units") var filter: UnitFilterOptions

    @Option(help: "The language whose texts --replace and --set-language change.")
    var lang: LanguageTag?

    @Option(help: "A text to replace in the texts of --lang and of its regions.")
    var replace: String?

    @Option(help: "What comes in its place; may be empty.")
    var with: String?

    @Option(help: "Make texts of exactly the language --lang texts of this one.")
    var setLanguage: LanguageTag?

    @Option(help: "Give the unit a property, in place of others of its type: TYPE=TEXT.")
    var setProperty: [NamedValue] = []

    @Option(help: "Take the properties of a type from the unit.")
    var removeProperty: [String] = []

    @Option(help: "Give the unit a note, in place of all others.")
    var setNote: String?

    @Option(help: "Give the unit a note beside its others.")
    var addNote: [String] = []

    @Flag(help: "Take all notes from the unit.")
    var removeNotes = false

    @Option(help: "Give the unit an attribute: NAME=VALUE.")
    var setAttribute: [NamedValue] = []

    @Option(help: "Take an attribute from the unit.")
    var removeAttribute: [String] = []

    @Option(help: "Set the origin: manual, press, import, alignment, machine or glossary.")
    var setOriginKind: Origin.Kind?

    @Option(help: "Set the name of the file or article the unit came from.")
    var setOrigin: String?

    @Flag(help: "Take the name of the file or article from the unit.")
    var removeOrigin = false

    @OptionGroup var changes: ChangeOptions
    @OptionGroup var memory: MemoryOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (replace == nil) == (with == nil) else { throw ValidationError("--replace and --with go together") }
        if replace?.isEmpty ?? false { throw ValidationError("the text to replace is empty") }
        guard (lang != nil) == (replace != nil || setLanguage != nil) else {
            throw ValidationError("--lang goes with --replace and --set-language")
        }
        if setNote != nil, removeNotes { throw ValidationError("--set-note and --remove-notes contradict each other") }
        if setOrigin != nil, removeOrigin {
            throw ValidationError("--set-origin and --remove-origin contradict each other")
        }
        guard !edits.isEmpty else { throw ValidationError("no change was named: --replace, --set-property …") }
    }

    private var edits: [UnitEdit] {
        var edits: [UnitEdit] = []
        if let lang, let replace, let with {
            edits.append(.replace(UTF8Text(replace), with: UTF8Text(with), language: lang))
        }
        if let lang, let setLanguage { edits.append(.setLanguage(lang, to: setLanguage)) }
        edits += removeProperty.map { .setProperty($0, nil) }
        edits += setProperty.map { .setProperty($0.name, $0.value) }
        if removeNotes { edits.append(.setNote(nil)) }
        if let setNote { edits.append(.setNote(setNote)) }
        edits += addNote.map { .addNote($0) }
        edits += removeAttribute.map { .setAttribute($0, nil) }
        edits += setAttribute.map { .setAttribute($0.name, $0.value) }
        if let setOriginKind { edits.append(.setOriginKind(setOriginKind)) }
        if removeOrigin { edits.append(.setOriginName(nil)) }
        if let setOrigin { edits.append(.setOriginName(setOrigin)) }
        return edits
    }

    func run() throws {
        let store = try memory.openExisting(readOnly: false)
        let out = try OutputFile(output.output)
        var printer = EditPrinter(out, json: output.json, examples: changes.examples)
        let report = try store.edit(
            where: try filter.filter(output.console), edits, dryRun: changes.dryRun, as: changes.revision("edit"),
            each: { try printer.add($0) })
        try printer.finish(report, memory: memory.path, dryRun: changes.dryRun, deletes: false)
        try out.finish()
        if report.matched == 0 { throw ExitCode(1) }
    }
}
