internal import ByteXML
public import Terminology
public import UnicodeText

/// A TBX file that is changed an entry at a time, in versions 2 and 3 of the style DCA.
///
/// An entry that is changed is written anew as `TBXWriter` writes it, with the file's indentation and line ends: comments
/// in it are lost, and `ntig` becomes `tig`. All other bytes stay.
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
            var rest = bytes
            try XMLSource.parse(
                {
                    defer { rest = [] }
                    return rest
                }, file: file, limits: limits, handler: handler)
            return (handler.finish(), handler.places ?? TBXPlaces())
        }
        self.glossary = glossary
        self.bytes = bytes
        self.file = file
        self.places = places
        if !XMLSource.isUTF8(bytes) { throw refusal("is not in UTF-8") }
        if places.isDCT { throw refusal("is in the style DCT") }
        if places.bodyEnd == nil { throw refusal("has no <body>") }
    }

    public func adding(_ concept: Concept) throws(Diagnostic) -> [UInt8] {
        let end = places.bodyEnd ?? bytes.count
        if end >= 2, bytes[end - 2..<end].elementsEqual("/>".utf8) {
            // <body/>
            let new = Array(">\n".utf8) + (try entry(concept, base: "")) + Array("\n</body>".utf8)
            return try checked(Splice.replace(end - 2..<end, in: bytes, with: Splice.lineEnds(new, as: bytes)), +1)
        }
        let indentation = Splice.indentation(before: end, in: bytes)
        let base: String
        if let last = places.entries.last, let blanks = Splice.indentation(before: last.lowerBound, in: bytes) {
            base = String(decoding: bytes[blanks], as: UTF8.self)
        } else {
            base = indentation.map { String(decoding: bytes[$0], as: UTF8.self) + "  " } ?? ""
        }
        let new = Array(base.utf8) + (try entry(concept, base: base)) + [0x0A]
        let place = indentation?.lowerBound ?? end
        return try checked(Splice.replace(place..<place, in: bytes, with: Splice.lineEnds(new, as: bytes)), +1)
    }

    public func replacing(_ index: Int, with concept: Concept) throws(Diagnostic) -> [UInt8] {
        let range = places.entries[index]
        let blanks = Splice.indentation(before: range.lowerBound, in: bytes)
        let base = blanks.map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
        let new = try entry(concept, base: base)
        return try checked(Splice.replace(range, in: bytes, with: Splice.lineEnds(new, as: bytes)), 0)
    }

    public func removing(_ index: Int) throws(Diagnostic) -> [UInt8] {
        let range = Splice.lines(of: places.entries[index], in: bytes)
        return try checked(Splice.replace(range, in: bytes, with: []), -1)
    }

    /// An entry without the blanks in front of it and the line break behind.
    private func entry(_ concept: Concept, base: String) throws(Diagnostic) -> [UInt8] {
        var text: [UInt8] = []
        let step = base.utf8.contains(0x09) ? "\t" : "  "
        do {
            var output = TBXOutput(
                names: places.isVersion2 ? .version2 : .version3, indentation: .init(base: base, step: step)
            ) { text += $0 }
            try TBXEntryWriter.write(concept, &output)
            try output.flush()
        } catch {
            throw Diagnostic(.error, code: "tbx.edit", file: file, message: "cannot write the entry: \(error)")
        }
        return Array(text.dropFirst(base.utf8.count).dropLast())
    }

    /// The file after a change, if it is one that can be read and has as many concepts as it should.
    private func checked(_ bytes: [UInt8], _ difference: Int) throws(Diagnostic) -> [UInt8] {
        let read: Glossary
        do {
            read = try TBXReader.read(bytes, name: glossary.name, file: file)
        } catch {
            throw refusal("cannot be changed in its place")
        }
        guard read.concepts.count == glossary.concepts.count + difference else {
            throw refusal("cannot be changed in its place")
        }
        return bytes
    }

    private func refusal(_ reason: String) -> Diagnostic {
        Diagnostic(
            .error, code: "tbx.edit", file: file, message: "the file \(reason); nothing was changed",
            hint: "dragoman glossary export FILE -o NEW.tbx makes a file that can be changed")
    }
}
