/// Lines of a copy, each cleaned and weighed by itself, and what is asked of all of them.
struct SurveyedLines {
    let lines: [LabelledBlock]
    /// Of a plain text; nothing of a page, where it is not known yet which lines will be asked about.
    let survey: LineSurvey

    init(_ lines: consuming [LabelledBlock], _ survey: LineSurvey = LineSurvey()) {
        self.lines = lines
        self.survey = survey
    }

    /// Gives them up, so that no second reference makes their first change a copy.
    consuming func taken() -> (lines: [LabelledBlock], survey: LineSurvey) { (lines, survey) }
}
