public import UnicodeText

/// A glossary in a compiled file: its concepts are read when they are asked for.
///
/// Sections of the file: heads of the glossaries, where each concept begins (the last number is the end), the concepts, and what
/// was reported when they were read.
public struct CompiledGlossary: ConceptList {
    public let name: String
    public let languages: [LanguageTag]
    private let title: String?
    private let description: String
    private let other: [DataCategory]
    private let range: Range<Int>
    private let starts: FixedBuffer<UInt64>
    private let file: CompiledFile

    /// Compiles glossaries into one file. O(n).
    ///
    /// - Parameter reports: what was wrong in their sources.
    public static func compile(
        _ glossaries: [Glossary], reports: [Diagnostic] = [], key: [UInt8]
    ) -> CompiledFile {
        var (heads, concepts, told) = (BlobWriter(), BlobWriter(), BlobWriter())
        var starts: [UInt64] = []
        heads.list(glossaries) { heads, glossary in
            let languages = glossary.languages
            let numbers = Dictionary(uniqueKeysWithValues: languages.enumerated().map { ($1, $0) })
            heads.string(glossary.name)
            heads.optional(glossary.title)
            heads.string(glossary.description)
            heads.list(glossary.other) { $0.category($1) }
            heads.list(languages) { $0.string($1.description) }
            heads.number(glossary.concepts.count)
            for concept in glossary.concepts {
                starts.append(UInt64(concepts.bytes.count))
                concepts.concept(concept, numbers)
            }
        }
        starts.append(UInt64(concepts.bytes.count))
        told.list(reports) { $0.diagnostic($1) }
        return CompiledFile(key: key, sections: [heads.bytes, FixedBuffer(starts).bytes, concepts.bytes, told.bytes])
    }

    /// What was reported when the glossaries of a file were read.
    public static func reports(of file: CompiledFile) -> [Diagnostic] {
        withExtendedLifetime(file) {
            var reader = BlobReader(file.section(3))
            let reports = try? reader.list { reader throws(BlobReader.Damage) in try reader.diagnostic() }
            return reports ?? []
        }
    }

    /// The glossaries of a file, in order; `nil` for one that `compile` did not write.
    public static func glossaries(of file: CompiledFile) -> [CompiledGlossary]? {
        guard let starts = file.column(1, of: UInt64.self), starts.count > 0 else { return nil }
        var next = 0
        let glossaries = withExtendedLifetime(file) {
            var reader = BlobReader(file.section(0))
            return try? reader.list { reader throws(BlobReader.Damage) in
                try CompiledGlossary(&reader, &next, starts, file)
            }
        }
        guard let glossaries, next == starts.count - 1 else { return nil }
        return glossaries
    }

    private init(
        _ reader: inout BlobReader, _ next: inout Int, _ starts: FixedBuffer<UInt64>, _ file: CompiledFile
    ) throws(BlobReader.Damage) {
        name = try reader.string()
        title = try reader.optional()
        description = try reader.string()
        other = try reader.categories()
        languages = try reader.list { reader throws(BlobReader.Damage) in
            guard let tag = LanguageTag(try reader.string()) else { throw BlobReader.Damage() }
            return tag
        }
        let count = try reader.number()
        guard count >= 0, count < starts.count - next else { throw BlobReader.Damage() }
        range = next..<next + count
        next += count
        self.starts = starts
        self.file = file
    }

    public var count: Int { range.count }

    public var glossary: Glossary {
        Glossary(
            name: name, title: title, description: description, concepts: (0..<count).map { concept(at: $0) },
            other: other)
    }

    /// A concept without anything where the file is not what `compile` wrote, in spite of its checksum.
    public func concept(at index: Int) -> Concept {
        var reader = reader(at: index)
        return (try? reader.concept(languages)) ?? Concept(id: "")
    }

    public func id(at index: Int) -> String {
        var reader = reader(at: index)
        return (try? reader.string()) ?? ""
    }

    public func subjectField(at index: Int) -> String? {
        var reader = reader(at: index)
        _ = try? reader.string()
        return (try? reader.optional()) ?? nil
    }

    public func has(id: some Collection<UInt8>, at index: Int) -> Bool {
        var reader = reader(at: index)
        return (try? reader.string(is: id)) ?? false
    }

    private func reader(at index: Int) -> BlobReader {
        precondition(index >= 0 && index < count, "a concept that the glossary has not")
        let concepts = file.section(2)
        let (start, end) = (starts.start[range.lowerBound + index], starts.start[range.lowerBound + index + 1])
        guard start <= end, end <= UInt64(concepts.count) else {
            return BlobReader(UnsafeRawBufferPointer(start: nil, count: 0))
        }
        return BlobReader(UnsafeRawBufferPointer(rebasing: concepts[Int(start)..<Int(end)]))
    }
}
