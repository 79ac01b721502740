internal import ByteXML
public import Terminology
public import UnicodeText

/// A TBX file that is changed an entry at a time, in versions 2 and 3 of the style DCA.
///
/// Terms, and what is said of a concept, are written anew where they change, with the file's indentation and line ends:
/// comments in them are lost, and `ntig` becomes `tig`. All other bytes stay.
public struct TBXDocument: GlossaryDocument {
    public let glossary: Glossary
    public var hasIDs: Bool { true }
    private let bytes: [UInt8]
    private let file: String?
    private let places: TBXPlaces

    /// - Parameter file: the name to use in messages.
    /// - Throws: a `Diagnostic` for a file that cannot be read, or not changed in its place.
    public init(
        _ bytes: [UInt8], name: String, file: String?, report: (Diagnostic) -> Void = { _ in }
    ) throws {
        let (glossary, places) = try withoutActuallyEscaping(report) { report in
            let limits = XMLLimits()
            let handler = TBXHandler(name: name, file: file, limits: limits, findsPlaces: true, report: report)
            try XMLSource.parse(WholeFile.source(bytes), file: file, limits: limits, handler: handler)
            return (handler.finish(), handler.places ?? TBXPlaces())
        }
        self.glossary = glossary
        self.bytes = bytes
        self.file = file
        self.places = places
        if !XMLSource.isUTF8(bytes) { throw refusal("is not in UTF-8") }
        if places.isDCT { throw refusal("is in the style DCT") }
        guard let end = places.bodyEnd else { throw refusal("has no <body>") }
        // Elements without a prefix would be others there.
        let isPlain = bytes[end...].starts(with: "</body".utf8) || Self.closesItself("<body", before: end, in: bytes)
        if !isPlain { throw refusal("has prefixes in the names of its elements") }
    }

    private static func closesItself(_ start: String, before end: Int, in bytes: [UInt8]) -> Bool {
        guard bytes[..<end].reversed().starts(with: ">/".utf8),
            let open = bytes[..<end].lastIndex(of: UInt8(ascii: "<"))
        else { return false }
        return bytes[open...].starts(with: start.utf8)
    }

    public func adding(_ concept: Concept) throws(Diagnostic) -> [UInt8] {
        let end = places.bodyEnd ?? bytes.count
        if Self.closesItself("<body", before: end, in: bytes) {
            let new = Array(">\n".utf8) + (try entry(concept, base: "")) + Array("\n</body>".utf8)
            return try checked(
                Splice.replace(end - 2..<end, in: bytes, with: Splice.lineEnds(new, as: bytes)),
                glossary.concepts.count, concept)
        }
        let indentation = Splice.indentation(before: end, in: bytes)
        let base: String
        if let last = places.entries.last, let blanks = Splice.indentation(before: last.range.lowerBound, in: bytes) {
            base = String(decoding: bytes[blanks], as: UTF8.self)
        } else {
            base = indentation.map { String(decoding: bytes[$0], as: UTF8.self) + "  " } ?? ""
        }
        let new = Array(base.utf8) + (try entry(concept, base: base)) + [0x0A]
        let place = indentation?.lowerBound ?? end
        return try checked(
            Splice.replace(place..<place, in: bytes, with: Splice.lineEnds(new, as: bytes)), glossary.concepts.count,
            concept)
    }

    public func replacing(_ index: Int, with concept: Concept) throws(Diagnostic) -> [UInt8] {
        var expected = glossary
        expected.concepts[index] = concept
        do {
            var edit = TBXEntryEdit(bytes, places.entries[index], names: names)
            if let new = try edit.replaced(glossary.concepts[index], with: concept),
                try TBXReader.read(new, name: glossary.name, file: file) == expected
            {
                return new
            }
        } catch {
            throw refusal("cannot be changed in its place: \(error)")
        }
        // Something in the entry stands where it is not looked for: all of it is written anew.
        let range = places.entries[index].range
        let blanks = Splice.indentation(before: range.lowerBound, in: bytes)
        let new = try entry(concept, base: blanks.map { String(decoding: bytes[$0], as: UTF8.self) } ?? "")
        return try checked(Splice.replace(range, in: bytes, with: Splice.lineEnds(new, as: bytes)), index, concept)
    }

    public func removing(_ index: Int) throws(Diagnostic) -> [UInt8] {
        let range = Splice.lines(of: places.entries[index].range, in: bytes)
        return try checked(Splice.replace(range, in: bytes, with: []), index, nil)
    }

    private var names: TBXOutput.Names { places.isVersion2 ? .version2 : .version3 }

    /// An entry without the blanks in front of it and the line break behind.
    private func entry(_ concept: Concept, base: String) throws(Diagnostic) -> [UInt8] {
        do {
            let place = TBXPlaces.Entry(range: 0..<0, contentStart: 0)
            let text = try TBXEntryEdit(bytes, place, names: names).text(base) {
                try TBXEntryWriter.write(concept, &$0)
            }
            return Array(text.dropFirst(base.utf8.count).dropLast())
        } catch {
            throw refusal("cannot be changed in its place: \(error)")
        }
    }

    /// The file after a change, if it can be read and has as many other concepts as before, and the terms of the one.
    private func checked(_ bytes: [UInt8], _ index: Int, _ concept: Concept?) throws(Diagnostic) -> [UInt8] {
        var expected = glossary.concepts.map(\.sections)
        if index < expected.count { expected.remove(at: index) }
        var read: [[Concept.Section]]
        do {
            read = try TBXReader.read(bytes, name: glossary.name, file: file).concepts.map(\.sections)
        } catch {
            throw refusal("cannot be changed in its place")
        }
        if let concept {
            guard index < read.count, Self.terms(read.remove(at: index)) == Self.terms(concept.sections) else {
                throw refusal("cannot hold all that is said")
            }
        }
        guard read == expected else { throw refusal("cannot be changed in its place") }
        return bytes
    }

    private static func terms(_ sections: [Concept.Section]) -> [[UTF8Text]] { sections.map { $0.terms.map(\.text) } }

    private func refusal(_ reason: String) -> Diagnostic {
        Diagnostic(
            .error, code: "tbx.edit", file: file, message: "the file \(reason); nothing was changed",
            hint: "dragoman glossary export FILE -o NEW.tbx makes a file that can be changed")
    }
}
