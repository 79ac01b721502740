import UnicodeText

@testable import Terminology

extension FuzzTarget {
    private static let key: [UInt8] = [1]

    /// Compiled files of small glossaries, changed where the input says so. With the checksum as it was they are refused; with
    /// one that holds they are refused or read without a fault, and what is found stands in the text.
    static let compiled = [
        FuzzTarget("compiled") { bytes in
            var input = CompiledInput(bytes)
            let glossaries = [input.glossary, Glossary(name: "other", concepts: input.glossary.concepts.reversed())]
            let language = input.language
            let compiled = CompiledGlossary.compile(glossaries, key: key)
            let matcher = TermMatcher(glossaries: glossaries, language: language).compiled(key: key)
            let lookup = GlossaryLookup(glossaries: glossaries, language: language).compiled(key: key)
            switch input.kind {
            case .glossary:
                guard let file = changed(compiled, &input) else { return }
                _ = CompiledGlossary.reports(of: file)
                guard let lists = CompiledGlossary.glossaries(of: file) else {
                    return require(!input.changes.isEmpty, "a glossary that is as it was made is refused")
                }
                read(lists)
                // Tables that were made of others: by a file that was changed behind their backs.
                use(TermMatcher(matcher, glossaries: lists, language: language), input.question)
                use(GlossaryLookup(lookup, glossaries: lists, language: language), input.question)
            case .matcher:
                guard let file = changed(matcher, &input) else { return }
                let read = TermMatcher(file, glossaries: glossaries, language: language)
                require(read != nil || !input.changes.isEmpty, "a matcher that is as it was made is refused")
                use(read, input.question)
            case .lookup:
                guard let file = changed(lookup, &input) else { return }
                let read = GlossaryLookup(file, glossaries: glossaries, language: language)
                require(read != nil || !input.changes.isEmpty, "a look-up that is as it was made is refused")
                use(read, input.question)
            case .anything:
                guard let file = sealed(input.rest) else { return }
                _ = CompiledGlossary.reports(of: file)
                if let lists = CompiledGlossary.glossaries(of: file) { read(lists) }
                use(TermMatcher(file, glossaries: glossaries, language: language), input.question)
                use(GlossaryLookup(file, glossaries: glossaries, language: language), input.question)
            }
        }
    ]

    /// The file with its changes and a checksum that fits; without it, it is refused.
    private static func changed(_ file: CompiledFile, _ input: inout CompiledInput) -> CompiledFile? {
        var bytes = file.content
        for change in input.changes { change.apply(to: &bytes) }
        let isRead = CompiledFile(content: bytes, key: key) != nil
        require(isRead == (bytes == file.content), "a damaged file is read, or a whole one refused")
        return sealed(bytes)
    }

    /// Bytes as a file whose magic number, length and checksum are right.
    private static func sealed(_ bytes: [UInt8]) -> CompiledFile? {
        var bytes = bytes
        func set(_ value: UInt64, at offset: Int) {
            for index in 0..<8 where offset + index < bytes.count {
                bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index))
            }
        }
        let magic = CompiledFile(key: key, sections: []).content[8..<16]
        for (index, byte) in zip(magic.indices, magic) where index < bytes.count { bytes[index] = byte }
        set(UInt64(bytes.count), at: 16)
        set(bytes.dropFirst(8).withUnsafeBytes { Checksum.of($0) }, at: 0)
        return CompiledFile(content: bytes, key: key)
    }

    private static func read(_ lists: [CompiledGlossary]) {
        for list in lists {
            for index in 0..<list.count {
                let concept = list.concept(at: index)
                _ = list.subjectField(at: index)
                let id = list.id(at: index)
                require(list.has(id: id.utf8, at: index) || id.isEmpty || id.unicodeScalars.contains("\u{FFFD}"), id)
                for term in concept.sections.flatMap(\.terms) {
                    require(UTF8Validation.firstError(in: term.text.bytes) == nil, "\(term)")
                }
            }
        }
    }

    private static func use(_ matcher: TermMatcher?, _ text: UTF8Text) {
        guard let matcher else { return }
        for isCompound in [false, true] {
            let scanner = matcher.scanner(compounds: isCompound)
            for isOverlapping in [false, true] {
                for found in scanner.occurrences(in: text, overlapping: isOverlapping) {
                    require(found.range.lowerBound >= 0 && found.range.upperBound <= text.count, "\(found)")
                    require(found.found == text[found.range], "\(found)")
                    _ = matcher.link(of: found)
                    _ = matcher.concept(of: found)
                }
            }
        }
    }

    private static func use(_ lookup: GlossaryLookup?, _ question: UTF8Text) {
        guard let lookup else { return }
        _ = lookup.results(for: question)
        require(lookup.suggestions(for: question, limit: 5).count <= 5, "more than were asked for")
        _ = lookup.concept(of: question.description)
    }
}

/// A small glossary, what to change in a file made of it, and a text.
private struct CompiledInput {
    enum Kind: CaseIterable { case glossary, matcher, lookup, anything }

    struct Change {
        let place: Int
        let kind: Int
        let value: UInt8

        func apply(to bytes: inout [UInt8]) {
            guard !bytes.isEmpty else { return }
            let place = place % bytes.count
            let eight = place / 8 * 8
            switch kind % 6 {
            case 0: bytes[place] = value
            case 1: bytes[place] ^= value
            // A number of eight bytes, or of four: small, or below nothing.
            case 2: set(&bytes, eight, 8)
            case 3: set(&bytes, place / 4 * 4, 4)
            case 4: bytes.removeLast(min(bytes.count, place % 64))
            default:
                let other = Int(value) * 8 % bytes.count
                for index in 0..<8 where eight + index < bytes.count && other + index < bytes.count {
                    bytes[eight + index] = bytes[other + index]
                }
            }
        }

        private func set(_ bytes: inout [UInt8], _ place: Int, _ count: Int) {
            let number = UInt64(bitPattern: Int64(Int8(bitPattern: value)))
            for index in 0..<count where place + index < bytes.count {
                bytes[place + index] = UInt8(truncatingIfNeeded: number >> UInt64(8 * index))
            }
        }
    }

    let language: LanguageTag
    let kind: Kind
    let changes: [Change]
    let rest: [UInt8]
    let glossary: Glossary
    let question: UTF8Text

    init(_ bytes: [UInt8]) {
        var input = Input(bytes)
        let language = input.choose(Input.languages)
        self.language = language
        kind = input.choose(Kind.allCases)
        let numbers = (0...255).map { $0 }
        let count = input.choose(numbers) % 8
        changes = (0..<count).map { _ in
            Change(
                place: input.choose(numbers) << 8 | input.choose(numbers), kind: input.choose(numbers),
                value: UInt8(input.choose(numbers)))
        }
        rest = input.bytes
        var lines = input.text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(12)
            .map { UTF8Text(unchecked: Array($0)) }
        question = lines.removeLast()
        glossary = Glossary(
            name: "g",
            concepts: lines.enumerated().map { index, line in
                Concept(
                    id: "c\(index)", subjectField: index % 2 == 0 ? "trade" : nil,
                    sections: [
                        .init(
                            language: language,
                            terms: [Term(line, partOfSpeech: index % 3 == 0 ? "properNoun" : "noun", note: "n")])
                    ])
            })
    }
}
