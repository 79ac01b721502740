internal import ByteXML
internal import Terminology
internal import UnicodeText

/// Builds concepts out of the entries of a TBX file.
struct TBXEntryBuilder {
    enum Level {
        case concept, language, term
        /// `back`.
        case matter
    }

    private let file: String?
    private let report: (Diagnostic) -> Void
    private var ids: Set<UTF8Text> = []
    private var languages = TBXLanguages()
    private var unknownStatuses: Set<UTF8Text> = []

    private var number = 0
    private var concept = Concept(id: "")
    private var sectionIndices: [LanguageTag: Int] = [:]
    private var conceptPlace = XMLPlace(line: 0, column: 0, offset: 0)
    /// `nil` in a section that cannot be used.
    private var language: LanguageTag?
    private var section = Concept.Section(language: .undetermined, terms: [])
    private var term = TBXTermBuilder()
    private var group = TBXGroupPath()
    private var matter: [DataCategory] = []
    /// Whether the part that ended last is in the glossary now.
    private(set) var isTaken = false

    init(file: String?, report: @escaping (Diagnostic) -> Void) {
        self.file = file
        self.report = report
    }

    // MARK: Entries

    mutating func start(_ level: Level, _ tag: XMLTag) {
        switch level {
        case .concept: startConcept(tag)
        case .language: startSection(tag)
        case .term:
            term = TBXTermBuilder()
            term.place = tag.place
            if let attributes = Self.attributes(tag) {
                term.term.other.append(DataCategory(element: "termSec", value: "", attributes: attributes))
            }
        case .matter: matter = []
        }
    }

    /// - Returns: the level around.
    mutating func end(_ level: Level, into glossary: inout Glossary) -> Level? {
        isTaken = true
        switch level {
        case .term:
            if let term = term.finish() {
                section.terms.append(term)
            } else {
                isTaken = false
                warn("tbx.no-term", term.place, "a term section without a term (concept \(concept.id)) was left out")
            }
            return .language
        case .language:
            isTaken = language != nil && !section.terms.isEmpty
            endSection()
            return .concept
        case .concept:
            if concept.sections.isEmpty {
                isTaken = false
                warn("tbx.no-terms", conceptPlace, "the concept \(concept.id) has no usable term and was left out")
            } else {
                glossary.concepts.append(concept)
            }
            return nil
        case .matter:
            glossary.other += matter
            return nil
        }
    }

    private mutating func startConcept(_ tag: XMLTag) {
        number += 1
        conceptPlace = tag.place
        let written = tag.value("id").map { UTF8Text(unchecked: Array($0)) } ?? UTF8Text()
        var id = written.isEmpty ? UTF8Text("c\(number)") : written
        if !ids.insert(id).inserted {
            if !written.isEmpty {
                warn("tbx.id", conceptPlace, "the id \(id) was used before", hint: "make the ids of concepts unique")
            }
            // The number has been used by no other, but its form may stand in the file.
            var suffix = number
            repeat {
                id = UTF8Text("\(written)-\(suffix)")
                suffix += 1
            } while !ids.insert(id).inserted
        }
        concept = Concept(id: id.description)
        sectionIndices.removeAll(keepingCapacity: true)
        if let attributes = Self.attributes(tag, but: "id") {
            concept.other.append(DataCategory(element: "conceptEntry", value: "", attributes: attributes))
        }
    }

    private mutating func startSection(_ tag: XMLTag) {
        section.terms = []
        section.other = []
        guard let written = tag.xmlValue("lang") ?? tag.value("lang") else {
            language = nil
            return warn(
                "tbx.no-language", tag.place,
                "<\(tag.name.local.text)> without xml:lang (concept \(concept.id)) was left out",
                hint: "add xml:lang to it")
        }
        language = languages.tag(written)
        guard let language else {
            return warn(
                "tbx.bad-language", tag.place,
                "\"\(written.text)\" is no language tag (concept \(concept.id)); the section was left out")
        }
        section.language = language
        if let attributes = Self.attributes(tag, but: "lang") {
            section.other.append(DataCategory(element: "langSec", value: "", attributes: attributes))
        }
    }

    /// Sections of one language become one.
    private mutating func endSection() {
        guard let language, !section.terms.isEmpty else { return }
        if let index = sectionIndices[language] {
            concept.sections[index].terms += section.terms
            concept.sections[index].other += section.other
        } else {
            sectionIndices[language] = concept.sections.count
            concept.sections.append(section)
        }
    }

    // MARK: What stands in them

    mutating func startGroup(_ tag: XMLTag, at level: Level) {
        // Version 2 has another name for it.
        group.open(tag.name.local.equals("refObjectList") ? "refObjectSec" : tag.name.local.text)
        var attributes: [[String]] = []
        tag.forEachAttribute { attributes.append([$0.attributeName, $1.text]) }
        keep(DataCategory(element: group.path, value: "", attributes: attributes), at: level)
    }

    mutating func endGroup(at level: Level) {
        let path = group.path
        group.close()
        switch level {
        case .concept: Self.dropEmptyGroup(path, in: &concept.other)
        case .language: Self.dropEmptyGroup(path, in: &section.other)
        case .term: Self.dropEmptyGroup(path, in: &term.term.other)
        case .matter: Self.dropEmptyGroup(path, in: &matter)
        }
    }

    /// A group around nothing but what went into a field.
    private static func dropEmptyGroup(_ path: String, in entries: inout [DataCategory]) {
        if let last = entries.last, last.element.utf8.elementsEqual(path.utf8), last.value.isEmpty,
            last.attributes.isEmpty
        {
            entries.removeLast()
        }
    }

    mutating func take(_ leaf: TBXLeaf, at level: Level) {
        if case .term = leaf.element {
            if level != .term {
                warn("tbx.misplaced", leaf.place, "<term> outside of a term section was left out")
            } else if !term.take(term: leaf) {
                warn("tbx.second-term", leaf.place, "a second <term> in a term section was left out")
            }
            return
        }
        guard !leaf.text.isEmpty || !leaf.attributes.isEmpty else { return }
        let name =
            leaf.name.isEmpty
            ? TBXCategories.element(
                of: UTF8Text(unchecked: leaf.type), inTerm: level == .term, inTransaction: group.isTransaction)
            : leaf.name
        let use = isLead(name) ? use(leaf, name, level) : .kept
        let type = String(decoding: leaf.type, as: UTF8.self)
        switch use {
        case .field:
            if group.isOpen {
                group.isTaken = true
                nameGroup(type, at: level)
            }
            guard !leaf.attributes.isEmpty else { return }
            keep(
                DataCategory(element: group.member(name), type: type, value: "", attributes: leaf.attributes), at: level
            )
        case .kept:
            let value = String(decoding: leaf.text, as: UTF8.self)
            keep(
                DataCategory(element: group.member(name), type: type, value: value, attributes: leaf.attributes),
                at: level)
        }
    }

    mutating func misplaced(_ tag: XMLTag) {
        warn("tbx.misplaced", tag.place, "<\(tag.name.local.text)> stands where it cannot and was left out")
    }

    /// Whether a field may take it: it stands by itself, or it is what a group is about.
    private func isLead(_ name: String) -> Bool { !group.isOpen || group.isAbout(name) }

    private mutating func use(_ leaf: TBXLeaf, _ name: String, _ level: Level) -> TBXTermBuilder.Use {
        switch level {
        case .language, .matter: return .kept
        case .term:
            if let status = leaf.statusText, TBXValues.status(status) == nil, name != "note",
                unknownStatuses.count < 20, unknownStatuses.insert(UTF8Text(unchecked: status)).inserted
            {
                warn(
                    "tbx.status", leaf.place,
                    "administrativeStatus \"\(UTF8Text(unchecked: status))\" is not known; the term counts as preferred",
                    hint:
                        "preferredTerm-admn-sts, admittedTerm-admn-sts, deprecatedTerm-admn-sts, forbidden or proposed")
            }
            return term.take(leaf, name)
        case .concept:
            guard !leaf.text.isEmpty else { return .kept }
            let value = { String(decoding: leaf.text, as: UTF8.self) }
            if name == "descrip", leaf.hasType("subjectField"), concept.subjectField == nil {
                concept.subjectField = value()
            } else if name == "descrip", leaf.hasType("definition"), concept.definition == nil {
                concept.definition = value()
            } else if name == "descrip", leaf.hasType("Translation needed"), TBXValues.isNo(leaf.text),
                leaf.attributes.isEmpty, !group.isOpen, concept.isTranslatable
            {
                concept.isTranslatable = false
            } else if name == "note", leaf.type.isEmpty, concept.note == nil {
                concept.note = value()
            } else {
                return .kept
            }
            return .field
        }
    }

    private mutating func keep(_ category: DataCategory, at level: Level) {
        switch level {
        case .concept: concept.other.append(category)
        case .language: section.other.append(category)
        case .term: term.term.other.append(category)
        case .matter: matter.append(category)
        }
    }

    /// Marks the open group as being about what went into a field.
    private mutating func nameGroup(_ type: String, at level: Level) {
        let path = group.path
        func mark(_ entries: inout [DataCategory]) {
            guard let index = entries.lastIndex(where: { $0.element.utf8.elementsEqual(path.utf8) }) else { return }
            entries[index].type = type
        }
        switch level {
        case .concept: mark(&concept.other)
        case .language: mark(&section.other)
        case .term: mark(&term.term.other)
        case .matter: break
        }
    }

    /// A start tag's attributes but one and `xml:space`, `nil` for none.
    private static func attributes(_ tag: XMLTag, but left: StaticString = "") -> [[String]]? {
        var all: [[String]] = []
        tag.forEachAttribute { name, value in
            if name.local.equals(left) || name.isOfXML && name.local.equals("space") { return }
            all.append([name.attributeName, value.text])
        }
        return all.isEmpty ? nil : all
    }

    private func warn(_ code: String, _ place: XMLPlace, _ message: String, hint: String? = nil) {
        report(Diagnostic(.warning, code: code, file: file, at: place, message: message, hint: hint))
    }
}
