/// A rule as it is written to an SRX file.
struct SRXExportRule {
    let isBreak: Bool
    let before: String
    let after: String
    /// The name of the rule of ours that it stands for; a comment says it.
    let note: String

    static func yes(_ note: String, _ before: String, _ after: String) -> SRXExportRule {
        SRXExportRule(isBreak: true, before: before, after: after, note: note)
    }

    static func no(_ note: String, _ before: String, _ after: String) -> SRXExportRule {
        SRXExportRule(isBreak: false, before: before, after: after, note: note)
    }
}
