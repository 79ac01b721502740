internal import UnicodeText

/// Edits applied to one unit after another. Knows no database.
struct UnitEditor {
    enum Outcome {
        case edited(TranslationUnit, replacements: Int)
        /// A text would be empty.
        case emptied
        /// A text would be longer than `TextReplacement.limit`.
        case tooLong
    }

    private let edits: [(edit: UnitEdit, replacement: TextReplacement?)]

    init(_ edits: [UnitEdit]) {
        self.edits = edits.compactMap { edit in
            guard case .replace(let old, let new, _) = edit else { return (edit, nil) }
            return old.isEmpty ? nil : (edit, TextReplacement(old, with: new))
        }
    }

    func apply(to unit: TranslationUnit) -> Outcome {
        var unit = unit
        var count = 0
        for (edit, replacement) in edits {
            switch edit {
            case .replace(_, _, let language):
                guard let replacement else { continue }
                let source = unit.sourceIndex
                for index in unit.variants.indices where language.covers(unit.variants[index].language) {
                    let old = unit.variants[index].segment
                    guard let new = replacement.applied(to: old, &count) else { return .tooLong }
                    if new.text.isEmpty, !old.text.isEmpty { return .emptied }
                    unit.variants[index].segment = new
                    guard index == source, !unit.termLinks.isEmpty else { continue }
                    let places = replacement.places(in: old.text)
                    unit.termLinks = unit.termLinks.compactMap { link in
                        guard let range = replacement.range(link.range, places) else { return nil }
                        return TermLink(concept: link.concept, term: link.term, range: range)
                    }
                }
            case .setLanguage(let old, let new): Self.setLanguage(of: &unit, old, new)
            case .setProperty(let type, let text):
                Self.set(&unit.annotations, text.map { .property(type, $0) }) {
                    $0.kind == .property && $0.type.utf8.elementsEqual(type.utf8)
                }
            case .setNote(let text): Self.set(&unit.annotations, text.map { .note($0) }) { $0.kind == .note }
            case .addNote(let text):
                if !unit.annotations.contains(where: { $0.kind == .note && $0.text.utf8.elementsEqual(text.utf8) }) {
                    unit.annotations.append(.note(text))
                }
            case .setAttribute(let name, let value): unit.attributes[name] = value
            case .setOriginKind(let kind):
                // How sure an aligner or a machine was says nothing of another origin.
                if kind != unit.origin.kind { unit.origin.confidence = nil }
                unit.origin.kind = kind
            case .setOriginName(let name): unit.origin.name = name
            }
        }
        return .edited(unit, replacements: count)
    }

    private static func setLanguage(of unit: inout TranslationUnit, _ old: LanguageTag, _ new: LanguageTag) {
        guard unit.variants.contains(where: { $0.language == old }) else { return }
        let isSource = unit.source?.language == old
        for index in unit.variants.indices where unit.variants[index].language == old {
            unit.variants[index].language = new
        }
        if unit.sourceLanguage != nil, isSource { unit.sourceLanguage = new }
        // A unit that has the text in the new language already has it once.
        unit = UnitJoin(unit, rule: .identical, usage: .greatest).unit
    }

    /// Puts one annotation in the place of the first of those it replaces, or at the end.
    private static func set(
        _ annotations: inout [Annotation], _ new: Annotation?, replacing isOld: (Annotation) -> Bool
    ) {
        let first = annotations.firstIndex(where: isOld)
        // One that is there already keeps what it carries.
        if let first, let new, annotations.count(where: isOld) == 1,
            annotations[first].text.utf8.elementsEqual(new.text.utf8)
        {
            return
        }
        annotations.removeAll(where: isOld)
        if let new { annotations.insert(new, at: first ?? annotations.count) }
    }
}
