import Interchange
import TranslationMemory
import UnicodeText

/// XLIFF and PO, read and written for their targets.
extension FuzzTarget {
    static func read(xliff bytes: [UInt8]) throws -> [XLIFFEvent] {
        var rest = bytes
        var events: [XLIFFEvent] = []
        var translations = XLIFFTranslations(file: nil, source: "en", target: "fr")
        try XLIFFReader(file: nil).read {
            defer { rest = [] }
            return rest
        } event: { event in
            events.append(event)
            try translations.take(event, leftOut: { _ in }) { unit in
                for variant in unit.variants { require(isSound(variant.segment), "\(variant.segment)") }
            }
        }
        return events
    }

    static func write(_ events: [XLIFFEvent]) -> [UInt8] {
        var bytes: [UInt8] = []
        guard case .document(let document)? = events.first else { return [] }
        do {
            var writer = try XLIFFWriter(document: document) { bytes += $0 }
            for event in events { try writer.write(event) }
            try writer.finish()
        } catch { fatalError("\(error)") }
        return bytes
    }

    static func write(_ events: [XLIFFEvent], as version: XLIFFVersion) -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            var writer = try XLIFFWriter(
                options: .init(
                    version: version, sourceLanguage: "en", targetLanguage: "fr", original: "o", toolVersion: "1")
            ) { bytes += $0 }
            for case .unit(let unit, _) in events { try writer.write(unit) }
            try writer.finish()
        } catch { fatalError("\(error)") }
        return bytes
    }

    /// The words of all units.
    static func texts(_ events: [XLIFFEvent]) -> [UTF8Text?] {
        events.flatMap { event in
            guard case .unit(let unit, _) = event else { return [UTF8Text?]() }
            return unit.segments.flatMap { [$0.source.text, $0.target?.text] } + unit.notes.map(\.text)
        }
    }

    static func read(po bytes: [UInt8]) throws -> (header: POHeader?, entries: [POEntry]) {
        var rest = bytes
        var header: POHeader?
        var entries: [POEntry] = []
        let translations = POTranslations(file: nil, source: "en", target: "fr")
        try POReader(file: nil).read(
            {
                defer { rest = [] }
                return rest
            }, header: { header = $0 }
        ) { entry, line in
            entries.append(entry)
            try translations.take(entry, line: line, leftOut: { _ in }) { unit in
                for variant in unit.variants { require(isSound(variant.segment), "\(variant.segment)") }
            }
        }
        return (header, entries)
    }

    static func write(_ header: POHeader?, _ entries: [POEntry]) -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            var writer = try POWriter(header: header) { bytes += $0 }
            for entry in entries { try writer.write(entry) }
            try writer.finish()
        } catch { fatalError("\(error)") }
        return bytes
    }

    /// UTF-8, and codes in order within the text.
    private static func isSound(_ segment: InlineText) -> Bool {
        UTF8Validation.firstError(in: segment.text.bytes) == nil
            && zip(segment.codes, segment.codes.dropFirst()).allSatisfy { $0.position <= $1.position }
            && segment.codes.allSatisfy { 0...segment.text.count ~= $0.position }
    }
}
