internal import UnicodeText

/// Which element holds a data category, for the DCT style where the element's name is the category's.
///
/// Source: the modules Min, Basic and Linguist of TBX's dialects (tbxinfo.net), and the default categories of ISO
/// 30042:2008, annex A.
enum TBXCategories {
    static func element(of name: UTF8Text, inTerm: Bool, inTransaction: Bool) -> String {
        if let known = elements[name] { return known }
        return inTransaction ? "transacNote" : inTerm ? "termNote" : "descrip"
    }

    private static let elements: [UTF8Text: String] = {
        var all: [UTF8Text: String] = [:]
        for (element, names) in [
            (
                "descrip",
                "subjectField definition context reliabilityCode example explanation characteristic sampleSentence "
                    + "figure audio video table unit range quantity antonymConcept superordinateConceptGeneric "
                    + "superordinateConceptPartitive subordinateConceptGeneric subordinateConceptPartitive "
                    + "conceptPosition broaderConceptGeneric broaderConceptPartitive relatedConcept transferComment"
            ),
            (
                "termNote",
                "administrativeStatus partOfSpeech geographicalUsage grammaticalGender grammaticalNumber grammaticalValency "
                    + "termLocation termType register frequency temporalQualifier timeRestriction usageNote animacy "
                    + "abbreviatedFormFor shortFormFor fullForm directionality etymology normativeAuthorization "
                    + "processStatus pronunciation proprietaryRestriction termProvenance termStructure"
            ),
            (
                "admin",
                "source customerSubset projectSubset productSubset applicationSubset businessUnitSubset securitySubset "
                    + "environmentSubset sourceIdentifier originatingPerson originatingDatabase originatingInstitution "
                    + "entrySource sourceLanguage indexHeading sortKey elementWorkingStatus sourceType"
            ),
            ("ref", "crossReference"),
            ("xref", "externalCrossReference xGraphic xVideo xAudio xSource corpusTrace"),
            ("transac", "transactionType terminologyManagementTransactions"),
            ("transacNote", "responsibility usageCount generalNote"),
        ] {
            for name in names.split(separator: " ") { all[UTF8Text(name)] = element }
        }
        return all
    }()
}
