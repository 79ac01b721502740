/// Lines of a copy, each cleaned and weighed by itself, and what is asked of all of them: pieces of a long text are put
/// together of it.
struct SurveyedLines: Sendable {
    private(set) var lines: [LabelledBlock] = []
    /// Of a plain text; nothing of a page, where it is not known yet which lines will be asked about.
    private(set) var survey = LineSurvey()

    /// Takes in the lines that follow.
    ///
    /// - Parameter total: how many lines there will be, roughly.
    mutating func append(_ next: SurveyedLines, of total: Int) {
        // Room for all of them, made with the first.
        if lines.isEmpty { lines.reserveCapacity(total) }
        lines += next.lines
        survey.append(next.survey)
    }

    /// Gives them up, so that no second reference makes their first change a copy.
    consuming func taken() -> (lines: [LabelledBlock], survey: LineSurvey) { (lines, survey) }
}
