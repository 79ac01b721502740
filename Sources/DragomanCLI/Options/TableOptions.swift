import ArgumentParser
import Dragoman

/// What the columns of tables are.
struct TableOptions: ParsableArguments {
    @Option(
        name: .customLong("columns"),
        help: ArgumentHelp(
            """
            What the columns of a table are, where its first row does not say: by position (en,fr,note,-), or by \
            the names in the first row (English=en,French=fr). - passes a column over, x-NAME keeps it.
            """, valueName: "list"))
    var list: String?

    @Flag(help: "Pass the first row over, where --columns goes by position.")
    var skipFirstRow = false

    var isGiven: Bool { list != nil }

    /// `nil` where the first rows say.
    var columns: TableColumns? {
        get throws(Diagnostic) {
            guard let list else { return nil }
            return try TableColumns(list, skipsFirstRow: skipFirstRow)
        }
    }

    func validate() throws {
        if skipFirstRow, list == nil { throw ValidationError("--skip-first-row goes with --columns") }
        do {
            _ = try columns
        } catch {
            let hint = error.hint.map { "; \($0)" } ?? ""
            throw ValidationError("--columns: \(error.message)\(hint)")
        }
    }
}
