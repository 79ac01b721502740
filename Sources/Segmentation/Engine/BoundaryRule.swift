/// The rules that decide a boundary, by the names that `Boundary.rule` and `Segment.rule` show.
enum BoundaryRule: String {
    // Rules that break.
    case textEnd = "text-end"
    case paragraph
    case line
    case fullStop = "full-stop"
    case mark = "question-or-exclamation"
    case stop = "script-stop"
    case ellipsis = "ellipsis"
    case starter = "abbreviation-before-starter"
    case finalAbbreviation = "final-abbreviation"
    case quotationAfterAbbreviation = "abbreviation-before-quotation"
    case missingSpace = "missing-space"
    case citation
    case listItem = "list-item"

    // Rules that forbid a break.
    case exception = "user-exception"
    case insideToken = "inside-token"
    case insideQuotation = "inside-quotation"
    case insideTitle = "inside-title"
    case attribution
    case announced = "announced-quotation"
    case continued = "continued-by-punctuation"
    case continuation = "continued-by-particle"
    case lowerCase = "lower-case"
    case title
    case beforeNumber = "before-number"
    case inner = "inner-abbreviation"
    case mayEnd = "abbreviation-before-name"
    case fronted = "fronted-time"
    case initial
    case acronym
    case ordinal
    case unlisted = "unlisted-abbreviation"
    case omission
    case aside = "mark-in-brackets"
    case listMarker = "list-marker"
}
