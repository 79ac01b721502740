/// Tells a story pasted by itself from one pasted with the page around it.
///
/// Of 90 news pages each has two lines of furniture and more, and at least one in 25; of their stories alone one has so
/// many. A story by itself is kept whole, its lists, tables and short lines included.
enum BareStory {
    /// What phrases say against a line of furniture (`StoryLines.furniture`).
    static let furniture = 0.5
    private static let fewLines = 1
    private static let fewShare = 0.03
    /// Menus in a language whose phrases are unknown are many short lines.
    private static let shortShare = 0.4

    static func isBare(_ lines: LineSurvey) -> Bool {
        let count = lines.furniture.count { $0 >= Self.furniture }
        guard count <= fewLines || Double(count) < fewShare * Double(lines.count) else { return false }
        return Double(lines.shortCount) <= shortShare * Double(lines.count)
    }
}
