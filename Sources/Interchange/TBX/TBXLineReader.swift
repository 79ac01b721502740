public import Terminology
public import UnicodeText

#if canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// Reads TBX in the very form `TBXWriter` writes it, a line an element, several times as fast as XML can be read.
///
/// For the glossaries compiled into the program, which are read at every start. It knows the few lines that those
/// hold and gives up at the first it does not know: such a file is `TBXReader`'s. What the fields of a concept or a
/// term do not hold is not kept.
public struct TBXLineReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let wanted: Set<LanguageTag>?
    private var tags: [UTF8Text: LanguageTag] = [:]
    private var offset = 0

    /// Reads a file; sections in languages that are not wanted are passed over (`nil`: all are wanted).
    ///
    /// - Returns: `nil` for a file in any other form. O(n).
    public static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, name: String, languages: Set<LanguageTag>? = nil
    ) -> Glossary? {
        var reader = TBXLineReader(bytes: bytes, wanted: languages)
        return reader.glossary(name)
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, wanted: Set<LanguageTag>?) {
        self.bytes = bytes
        self.wanted = wanted
    }

    private typealias Line = Slice<UnsafeBufferPointer<UInt8>>

    /// The next line without its indentation, `nil` at the end.
    private mutating func next() -> Line? {
        guard offset < bytes.count, let base = bytes.baseAddress else { return nil }
        let feed = memchr(base + offset, 0x0A, bytes.count - offset)
        let end = feed.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
        var start = offset
        while start < end, bytes[start] == 0x20 { start += 1 }
        offset = end + 1
        return bytes[start..<end]
    }

    private mutating func glossary(_ name: String) -> Glossary? {
        guard let declaration = next(), declaration.starts(with: "<?xml".utf8), let root = next(),
            root.elementsEqual(
                "<tbx xmlns=\"urn:iso:std:iso:30042:ed-2\" type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\">".utf8)
        else { return nil }
        var glossary = Glossary(name: name)
        var description: [String] = []
        while let line = next() {
            if let title = content(line, "<title>", "</title>") {
                glossary.title = title.description
            } else if let text = content(line, "<p>", "</p>") {
                description.append(text.description)
            } else if isLine(line, "<body>") {
                glossary.description = description.joined(separator: "\n")
                return readConcepts(into: &glossary) ? glossary : nil
            } else if !line.starts(with: "<".utf8) {
                return nil
            }
        }
        return nil
    }

    private mutating func readConcepts(into glossary: inout Glossary) -> Bool {
        while let line = next() {
            if let id = content(line, "<conceptEntry id=\"", "\">") {
                guard let concept = concept(id.description) else { return false }
                if !concept.sections.isEmpty { glossary.concepts.append(concept) }
            } else {
                return isLine(line, "</body>")
            }
        }
        return false
    }

    private mutating func concept(_ id: String) -> Concept? {
        var concept = Concept(id: id)
        while let line = next() {
            if let language = content(line, "<langSec xml:lang=\"", "\">") {
                guard let tag = tag(language) else { return nil }
                if let wanted, !wanted.contains(tag) {
                    guard skipSection() else { return nil }
                    continue
                }
                guard let section = section(tag) else { return nil }
                concept.sections.append(section)
            } else if let field = content(line, "<descrip type=\"subjectField\">", "</descrip>") {
                concept.subjectField = field.description
            } else if let definition = content(line, "<descrip type=\"definition\">", "</descrip>") {
                concept.definition = definition.description
            } else if line.elementsEqual("<descrip type=\"Translation needed\">No</descrip>".utf8) {
                concept.isTranslatable = false
            } else {
                return isLine(line, "</conceptEntry>") ? concept : nil
            }
        }
        return nil
    }

    private mutating func skipSection() -> Bool {
        while let line = next() {
            if isLine(line, "</langSec>") { return true }
        }
        return false
    }

    private mutating func section(_ language: LanguageTag) -> Concept.Section? {
        var section = Concept.Section(language: language, terms: [])
        while let line = next() {
            if isLine(line, "<termSec>") {
                guard let term = term() else { return nil }
                section.terms.append(term)
            } else {
                return isLine(line, "</langSec>") ? section : nil
            }
        }
        return nil
    }

    private mutating func term() -> Term? {
        guard let first = next(), let text = content(first, "<term>", "</term>") else { return nil }
        var term = Term(text)
        while let line = next() {
            if let note = content(line, "<termNote type=\"", "</termNote>") {
                guard take(note, into: &term) else { return nil }
            } else if let code = content(line, "<note>reliabilityCode::", "</note>") {
                guard let value = Int(code.description) else { return nil }
                term.reliability = value
            } else if let words = content(line, "<note>flags::", "</note>") {
                guard let flags = TermFlags(words: words) else { return nil }
                term.flags = flags
            } else if let note = content(line, "<note>", "</note>") {
                term.note = note.description
            } else if let source = content(line, "<admin type=\"source\">", "</admin>") {
                term.source = source.description
            } else {
                return isLine(line, "</termSec>") ? term : nil
            }
        }
        return nil
    }

    /// `partOfSpeech">noun`
    private func take(_ note: UTF8Text, into term: inout Term) -> Bool {
        guard let mark = note.bytes.firstIndex(of: UInt8(ascii: ">")), mark > 0 else { return false }
        let value = note[mark + 1..<note.count].description
        switch note.bytes.first {
        case UInt8(ascii: "p"):
            term.partOfSpeech = value
        case UInt8(ascii: "a"):
            guard let status = TermStatus.allCases.first(where: { value.utf8.elementsEqual(TBXValues.text($0).utf8) })
            else { return false }
            term.status = status
        case UInt8(ascii: "t"):
            // A set phrase is a full form to the matcher.
            term.type = TermType.allCases.first { value.utf8.elementsEqual(TBXValues.text($0).utf8) } ?? .full
        default:
            return false
        }
        return true
    }

    private mutating func tag(_ text: UTF8Text) -> LanguageTag? {
        if let known = tags[text] { return known }
        let tag = LanguageTag(text.description)
        tags[text] = tag
        return tag
    }

    private func isLine(_ line: Line, _ text: StaticString) -> Bool {
        guard line.count == text.utf8CodeUnitCount, let base = bytes.baseAddress else { return false }
        return memcmp(base + line.startIndex, text.utf8Start, line.count) == 0
    }

    /// What stands between a line's beginning and its end, references resolved.
    private func content(_ line: Line, _ start: StaticString, _ end: StaticString) -> UTF8Text? {
        let head = start.utf8CodeUnitCount
        let tail = end.utf8CodeUnitCount
        guard line.count >= head + tail, let base = bytes.baseAddress,
            memcmp(base + line.startIndex, start.utf8Start, head) == 0,
            memcmp(base + line.endIndex - tail, end.utf8Start, tail) == 0
        else { return nil }
        let inner = Array(bytes[line.startIndex + head..<line.endIndex - tail])
        return inner.contains(UInt8(ascii: "&")) ? Self.resolved(inner) : UTF8Text(unchecked: inner)
    }

    private static func resolved(_ bytes: [UInt8]) -> UTF8Text {
        var result: [UInt8] = []
        var offset = 0
        let names: [(String, UInt8)] = [
            ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&#10;", 0x0A), ("&#13;", 0x0D),
            ("&#9;", 0x09),
        ]
        while offset < bytes.count {
            if bytes[offset] == 0x26, let name = names.first(where: { bytes[offset...].starts(with: $0.0.utf8) }) {
                result.append(name.1)
                offset += name.0.utf8.count
            } else {
                result.append(bytes[offset])
                offset += 1
            }
        }
        return UTF8Text(unchecked: result)
    }
}
