import Interchange
import Terminology
import TestSupport
import TranslationMemory
import UnicodeText

/// A format with the files that are hostile in it, and how they are read.
struct HostileFormat: Sendable, CustomStringConvertible {
    let description: String
    let files: [HostileFile]
    let good: [UInt8]
    /// How many units a file gives.
    private let reading: @Sendable ([UInt8], (TranslationUnit) throws -> Void) throws -> Int

    func read(_ bytes: [UInt8], _ unit: (TranslationUnit) throws -> Void) throws -> Int { try reading(bytes, unit) }

    private init(
        _ name: String, _ files: [HostileFile], good: [UInt8] = [],
        reading: @escaping @Sendable ([UInt8], (TranslationUnit) throws -> Void) throws -> Int
    ) {
        description = name
        self.files = files
        self.good = good
        self.reading = reading
    }

    private init(
        _ name: String, _ xml: HostileXML,
        reading: @escaping @Sendable ([UInt8], (TranslationUnit) throws -> Void) throws -> Int
    ) {
        self.init(name, xml.all, good: xml.good, reading: reading)
    }

    static let tmx = HostileFormat("TMX", .tmx) { bytes, unit in
        var count = 0
        try TMXReader(file: "hostile").read(XLIFF.source(bytes)) {
            count += 1
            try unit($0)
        }
        return count
    }

    static let xliff1 = HostileFormat("XLIFF 1.2", .xliff1, reading: readXLIFF)
    static let xliff2 = HostileFormat("XLIFF 2", .xliff2, reading: readXLIFF)

    static let tbx = HostileFormat("TBX", .tbx) { bytes, _ in
        try TBXReader.read(bytes, name: "g", file: "hostile").concepts.count
    }

    static let po = HostileFormat("PO", HostileFile.po) { bytes, unit in
        var count = 0
        var translations = POTranslations(file: "hostile", source: "en", target: "fr")
        try POReader(file: "hostile").read(XLIFF.source(bytes), header: { translations.take($0) }) { entry, line in
            try translations.take(entry, line: line, leftOut: { _ in }) {
                count += 1
                try unit($0)
            }
        }
        return count
    }

    static let tsv = HostileFormat("TSV", HostileFile.tsv) { try readTable($0, .tab, $1) }
    static let csv = HostileFormat("CSV", HostileFile.csv) { try readTable($0, .comma, $1) }

    @Sendable private static func readXLIFF(
        _ bytes: [UInt8], _ unit: (TranslationUnit) throws -> Void
    ) throws -> Int {
        var count = 0
        var translations = XLIFFTranslations(file: "hostile", source: "en", target: "fr")
        try XLIFFReader(file: "hostile").read(XLIFF.source(bytes)) { event in
            try translations.take(event, leftOut: { _ in }) {
                count += 1
                try unit($0)
            }
        }
        return count
    }

    private static func readTable(
        _ bytes: [UInt8], _ separator: TableSeparator, _ unit: (TranslationUnit) throws -> Void
    ) throws -> Int {
        var count = 0
        try BilingualTable.read(XLIFF.source(bytes), file: "hostile", separator: separator) {
            count += 1
            try unit($0)
        }
        return count
    }
}
