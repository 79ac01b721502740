import Interchange
import Terminology
import TranslationMemory
import UnicodeText

extension FuzzTarget {
    /// What was read is written, read again, and is then the same.
    static let interchange = [
        FuzzTarget("tmx") { bytes in
            guard let units = try? read(tmx: bytes) else { return }
            do {
                // What the reader had to guess, such as a source that has no variant, is written down the first time.
                let second = try read(tmx: write(units))
                let isOpen = units.map { $0.sourceLanguage == nil || $0.source == nil }
                require(second.map { $0.sourceLanguage == nil } == isOpen, "\(units) → \(second)")
                let once = write(second)
                let twice = write(try read(tmx: once))
                require(
                    twice == once, "\(String(decoding: once, as: UTF8.self))\n\(String(decoding: twice, as: UTF8.self))"
                )
            } catch { fatalError("\(error): \(String(decoding: write(units), as: UTF8.self))") }
        },
        FuzzTarget("xliff") { bytes in
            guard let events = try? read(xliff: bytes) else { return }
            do {
                let once = write(events)
                let second = try read(xliff: once)
                let twice = write(second)
                require(
                    twice == once, "\(String(decoding: once, as: UTF8.self))\n\(String(decoding: twice, as: UTF8.self))"
                )
                require(texts(second) == texts(events), String(decoding: once, as: UTF8.self))
                // The other kind takes it too, with less.
                for version in [XLIFFVersion.v1_2, .v2_0] {
                    let other = write(events, as: version)
                    do { _ = try read(xliff: other) } catch {
                        fatalError("\(error): \(String(decoding: other, as: UTF8.self))")
                    }
                }
            } catch { fatalError("\(error): \(String(decoding: write(events), as: UTF8.self))") }
        },
        FuzzTarget("po") { bytes in
            // Comments alone are a PO file, but leave nothing to write.
            guard let (header, entries) = try? read(po: bytes), header != nil || !entries.isEmpty else { return }
            do {
                let once = write(header, entries)
                let second = try read(po: once)
                let twice = write(second.header, second.entries)
                require(
                    twice == once, "\(String(decoding: once, as: UTF8.self))\n\(String(decoding: twice, as: UTF8.self))"
                )
            } catch { fatalError("\(error): \(String(decoding: write(header, entries), as: UTF8.self))") }
        },
        FuzzTarget("tbx") { bytes in
            guard let glossary = try? TBXReader.read(bytes, name: "g", file: nil) else { return }
            check(glossary)
            let once = write(glossary)
            do {
                let twice = write(try TBXReader.read(once, name: "g", file: nil))
                require(
                    twice == once, "\(String(decoding: once, as: UTF8.self))\n\(String(decoding: twice, as: UTF8.self))"
                )
            } catch { fatalError("\(error): \(String(decoding: once, as: UTF8.self))") }
        },
        FuzzTarget("tbx-lines") { bytes in
            let text = Input(bytes).text
            guard let glossary = text.bytes.withUnsafeBufferPointer({ TBXLineReader.read($0, name: "g") }) else {
                return
            }
            check(glossary)
            _ = write(glossary)
        },
        FuzzTarget("table") { bytes in
            var input = Input(bytes)
            let separator = input.choose([nil, TableSeparator.comma, .tab, .semicolon])
            if let units = try? read(table: input.bytes, separator) { check(table: units) }
            guard let glossary = try? GlossaryTable.read(input.bytes, name: "g", file: nil, separator: separator),
                !glossary.languages.isEmpty
            else { return }
            check(glossary)
            var written: [UInt8] = []
            do {
                try GlossaryTable.write(glossary, separator: .comma, languages: glossary.languages) { written += $0 }
                _ = try GlossaryTable.read(written, name: "g", file: nil, separator: .comma)
            } catch { fatalError("\(error): \(String(decoding: written, as: UTF8.self))") }
        },
    ]

    private static func read(table bytes: [UInt8], _ separator: TableSeparator?) throws -> [TranslationUnit] {
        var units: [TranslationUnit] = []
        try BilingualTable.read(bytes, file: nil, separator: separator) { units.append($0) }
        return units
    }

    private static func check(table units: [TranslationUnit]) {
        for variant in units.flatMap(\.variants) { check(variant.segment.text) }
        let languages = Set(units.flatMap { $0.variants.map(\.language) }).sorted()
        guard !languages.isEmpty else { return }
        var once: [UInt8] = []
        var twice: [UInt8] = []
        do {
            try write(units, languages) { once += $0 }
            try write(try read(table: once, .comma), languages) { twice += $0 }
        } catch { fatalError("\(error): \(String(decoding: once, as: UTF8.self))") }
        require(once == twice, "\(String(decoding: once, as: UTF8.self))\n\(String(decoding: twice, as: UTF8.self))")
    }

    private static func read(tmx bytes: [UInt8]) throws -> [TranslationUnit] {
        var rest = bytes
        var units: [TranslationUnit] = []
        try TMXReader(file: nil).read(
            {
                defer { rest = [] }
                return rest
            }, unit: { units.append($0) })
        for unit in units { for variant in unit.variants { check(variant.segment.text) } }
        return units
    }

    private static func write(_ units: [TranslationUnit]) -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            let source: LanguageTag? = units.allSatisfy { $0.sourceLanguage == nil } ? nil : "en"
            var writer = try TMXWriter(options: .init(sourceLanguage: source, toolVersion: "1")) { bytes += $0 }
            for unit in units { try writer.write(unit) }
            try writer.finish()
        } catch { fatalError("\(error)") }
        return bytes
    }

    private static func write(_ glossary: Glossary) -> [UInt8] {
        var bytes: [UInt8] = []
        do { try TBXWriter.write(glossary) { bytes += $0 } } catch { fatalError("\(error)") }
        return bytes
    }

    private static func write(
        _ units: [TranslationUnit], _ languages: [LanguageTag], _ sink: @escaping (UnsafeBufferPointer<UInt8>) -> Void
    ) throws {
        var writer = try BilingualTable.Writer(separator: .comma, languages: languages, to: sink)
        for unit in units { try writer.write(unit) }
        try writer.finish()
    }

    private static func check(_ glossary: Glossary) {
        for concept in glossary.concepts {
            for section in concept.sections { for term in section.terms { check(term.text) } }
        }
    }

    private static func check(_ text: UTF8Text) {
        require(UTF8Validation.firstError(in: text.bytes) == nil, "not UTF-8 \(text.bytes)")
    }
}
