internal import UnicodeText

/// The month names of a language and of English, from CLDR, case-folded.
struct MonthNames: Sendable {
    private let months: [UTF8Text: Int]

    init(_ language: LanguageTag) {
        var months: [UTF8Text: Int] = [:]
        for tag in [language, .english] where CLDRNames.knows(tag) {
            for width in CLDRNames.MonthWidth.allCases {
                for standalone in [false, true] {
                    let names = CLDRNames.months(in: tag, width: width, standalone: standalone)
                    guard names.count == 12 else { continue }
                    for (index, name) in names.enumerated() {
                        let folded = (try? CaseMapping.fold(name)) ?? name
                        let bare = folded.bytes.last == UInt8(ascii: ".") ? folded[0..<folded.count - 1] : folded
                        // "9月" is digits and a sign; single letters name no month.
                        guard bare.scalarCount > 2, bare.scalar(at: 0).scalar.digitValue == nil else { continue }
                        if months[bare] == nil { months[bare] = index + 1 }
                    }
                }
            }
        }
        // In English copy (AP style) September is also "Sept."; CLDR has "Sep".
        if months["sept"] == nil { months["sept"] = 9 }
        self.months = months
    }

    func month(_ foldedWord: UTF8Text) -> Int? { months[foldedWord] }
}
