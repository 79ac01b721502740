internal import Terminology
internal import UnicodeText

/// Changes of an entry in its file: parts of it that say the same keep their bytes.
struct TBXEntryEdit {
    let bytes: [UInt8]
    let place: TBXPlaces.Entry
    let names: TBXOutput.Names
    private var changes: [(range: ByteRange, text: [UInt8])] = []

    init(_ bytes: [UInt8], _ place: TBXPlaces.Entry, names: TBXOutput.Names) {
        self.bytes = bytes
        self.place = place
        self.names = names
    }

    /// The file with another concept in the place of one; `nil` where the entry's parts are not those of the concept.
    mutating func replaced(_ old: Concept, with new: Concept) throws -> [UInt8]? {
        guard place.sections.count == old.sections.count,
            zip(place.sections, old.sections).allSatisfy({ $0.terms.count == $1.terms.count }),
            old.id.utf8.elementsEqual(new.id.utf8)
        else { return nil }
        var head = new
        head.sections = old.sections
        if head != old { try replaceHead(with: new) }
        let sections = Dictionary(new.sections.map { ($0.language, $0) }, uniquingKeysWith: { first, _ in first })
        let kept = Set(old.sections.map(\.language))
        for (index, section) in old.sections.enumerated() {
            guard let wanted = sections[section.language] else {
                changes.append((Splice.lines(of: place.sections[index].range, in: bytes), []))
                continue
            }
            guard wanted != section else { continue }
            if wanted.other == section.other {
                try replaceTerms(of: section, at: place.sections[index], with: wanted.terms)
            } else {
                try replace(place.sections[index].range) { try TBXEntryWriter.write(wanted, &$0) }
            }
        }
        if let last = place.sections.last?.range {
            for section in new.sections where !kept.contains(section.language) {
                try insert(behind: last) { try TBXEntryWriter.write(section, &$0) }
            }
        }
        return apply()
    }

    private mutating func replaceHead(with concept: Concept) throws {
        guard let first = place.sections.first?.range else { return }
        let base = indentation(of: first)
        let text = try text(base) { try TBXEntryWriter.writeHead(of: concept, &$0) }
        changes.append((place.contentStart..<first.lowerBound, [0x0A] + text + Array(base.utf8)))
    }

    /// Terms of one text are the same; of as many terms as before, those of one number.
    private mutating func replaceTerms(
        of section: Concept.Section, at place: TBXPlaces.Section, with terms: [Term]
    ) throws {
        var left = terms[...]
        var last: ByteRange?
        for (index, term) in section.terms.enumerated() {
            let range = place.terms[index]
            let wanted: Term?
            if terms.count == section.terms.count {
                wanted = left.popFirst()
            } else if let found = left.firstIndex(where: { $0.text == term.text }) {
                for new in left[..<found] { try insertTerm(new, behind: last, before: range) }
                wanted = left[found]
                left = left[(found + 1)...]
            } else {
                wanted = nil
            }
            if let wanted {
                if wanted != term { try replace(range) { try TBXEntryWriter.write(wanted, &$0) } }
                last = range
            } else {
                changes.append((Splice.lines(of: range, in: bytes), []))
            }
        }
        guard let end = place.terms.last else { return }
        for new in left { try insert(behind: last ?? end) { try TBXEntryWriter.write(new, &$0) } }
    }

    private mutating func insertTerm(_ term: Term, behind last: ByteRange?, before next: ByteRange) throws {
        let base = indentation(of: next)
        let new = try text(base) { try TBXEntryWriter.write(term, &$0) }
        let start = Splice.indentation(before: next.lowerBound, in: bytes)?.lowerBound ?? next.lowerBound
        changes.append((start..<start, new))
    }

    private mutating func replace(_ range: ByteRange, _ write: (inout TBXOutput) throws -> Void) throws {
        let base = indentation(of: range)
        changes.append((range, Array(try text(base, write).dropFirst(base.utf8.count).dropLast())))
    }

    private mutating func insert(behind range: ByteRange, _ write: (inout TBXOutput) throws -> Void) throws {
        let text = try text(indentation(of: range), write)
        changes.append((range.upperBound..<range.upperBound, [0x0A] + text.dropLast()))
    }

    private func indentation(of range: ByteRange) -> String {
        let blanks = Splice.indentation(before: range.lowerBound, in: bytes)
        return blanks.map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
    }

    /// Lines of XML, each with its line end.
    func text(_ base: String, _ write: (inout TBXOutput) throws -> Void) throws -> [UInt8] {
        var text: [UInt8] = []
        let indentation = TBXOutput.Indentation(base: base, step: base.utf8.contains(0x09) ? "\t" : "  ")
        var output = TBXOutput(names: names, indentation: indentation) { text += $0 }
        try write(&output)
        try output.flush()
        return text
    }

    /// The file with the changes, which came in the order of the file but for those of one place.
    private func apply() -> [UInt8]? {
        var result: [UInt8] = []
        var offset = 0
        let sorted = changes.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
        for (_, change) in sorted {
            guard change.range.lowerBound >= offset else { return nil }
            result += bytes[offset..<change.range.lowerBound]
            result += Splice.lineEnds(change.text, as: bytes)
            offset = change.range.upperBound
        }
        return result + bytes[offset...]
    }
}
