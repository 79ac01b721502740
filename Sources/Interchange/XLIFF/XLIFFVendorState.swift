internal import TranslationMemory

/// Whether a segment is done, as two programs say it beside the standard: Trados Studio (`sdl:seg conf`) and memoQ
/// (`mq:status`). Read from files of theirs; neither vendor documents the lists as complete.
enum XLIFFVendorState {
    /// `nil` where neither says anything.
    static func isAccepted(_ unit: XLIFFUnit, _ segment: XLIFFSegment) -> Bool? {
        for attribute in unit.attributes where attribute.name.utf8.elementsEqual("{MQXliff}status".utf8) {
            return !unfinished.contains(attribute.value)
        }
        for list in unit.other where list.name == "seg-defs" && list.namespace.hasPrefix("http://sdl.com/FileTypes/") {
            guard let own = list.elements.first(where: { $0.attributes["id"] == segment.id }) else { continue }
            // Without `conf` nobody touched it.
            return own.attributes["conf"].map(finished.contains) ?? false
        }
        return nil
    }

    private static let finished: Set = ["Translated", "ApprovedTranslation", "ApprovedSignOff"]
    private static let unfinished: Set = [
        "NotStarted", "PartiallyEdited", "Pretranslated", "AssembledFromFragments", "MachineTranslated", "Rejected",
    ]
}
