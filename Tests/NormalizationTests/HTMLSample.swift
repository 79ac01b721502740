import UnicodeText

@testable import Normalization

/// Pages for tests, and what came of them.
enum HTMLSample {
    static let first = "The council of the port town voted on Tuesday to rebuild the old market hall by the river."
    static let second = "Work on the roof is to begin in spring, the mayor said, and should take about two years."
    static let third =
        "Traders who have had their stalls there for decades welcomed the plan and asked for lower rents."

    static func article(_ page: String) -> Article {
        Pipeline(profile: .press, format: .html).article(from: SourceText(UTF8Text(page)))
    }

    /// Each kept block as "kind: text".
    static func kept(_ page: String) -> [String] { article(page).kept.map { "\($0.kind.rawValue): \($0.text)" } }

    static func script(_ json: String) -> String { "<script type=\"application/ld+json\">\(json)</script>" }

    static func page(head: String = "", _ body: String) -> String {
        "<!DOCTYPE html><html><head>\(head)</head><body>\(body)</body></html>"
    }
}
