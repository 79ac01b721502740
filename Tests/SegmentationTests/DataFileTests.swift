import TestSupport
import Testing
import UnicodeText

@testable import Segmentation

/// The data files that are compiled in.
@Suite struct DataFileTests {
    private static let files = LanguageData.names.filter { $0.hasPrefix("segmentation/") }

    @Test(arguments: files)
    func isWellFormed(name: String) throws {
        let bytes = try #require(LanguageData.file(name))
        let file = DataFile(bytes)
        #expect(file.problems == [])
        #expect(!file.entries.isEmpty)
        #expect(UTF8Validation.firstError(in: bytes) == nil)
        var seen: Set<DataFile.Entry> = []
        for entry in file.entries {
            let word = String(decoding: entry.text, as: UTF8.self)
            #expect(!word.isEmpty)
            #expect(
                word.unicodeScalars.allSatisfy { !$0.isBlank && $0.kind != .control }, "\(name):\(entry.line) \(word)")
            let same = DataFile.Entry(section: entry.section, text: entry.text, isRemoval: false, line: 0)
            #expect(seen.insert(same).inserted, "\(name):\(entry.line): \(word) is given twice")
            switch entry.section {
            case .titles, .numbers, .inner, .ending, .final, .words:
                // An abbreviation is written with its mark.
                #expect(
                    word.hasSuffix(".") || word.hasSuffix("!") || word.hasSuffix("?"), "\(name):\(entry.line) \(word)")
                #expect(entry.text.count >= 2 && entry.text.count <= Scanner.reach)
            case .starters, .fronting, .quotatives, .followers, .months, .capitals:
                #expect(!word.hasSuffix("."), "\(name):\(entry.line) \(word)")
            case .scripts:
                #expect(entry.text.split(separator: 0x3A).allSatisfy { $0.count == 4 } && entry.text.count == 9)
            default: break
            }
        }
        if !name.contains("/und") {
            let tag = name.split(separator: "/")[1].split(separator: ".")[0]
            #expect(LanguageTag(tag)?.description == String(tag))
            #expect(file.script?.utf8.count == 4, "\(name) names its script")
        }
    }

    @Test func tellsWhatIsWrong() {
        let file = DataFile(Array("word\n[nonsense]\nx\n[settings]\nunknown\n[titles]\nDr. # comment\n-Mr.\n".utf8))
        #expect(file.problems.map(\.line) == [1, 2, 3, 5])
        #expect(file.entries.map(\.isRemoval) == [false, true])
    }

    @Test func fallsBackAlongTheTag() {
        let text: UTF8Text = "Mme. Diallo est venue. Elle parle."
        for tag: LanguageTag in ["fr", "fr-SN", "fr-Latn-SN"] {
            #expect(Segmenter(language: tag).segments(in: text).count == 2)
        }
    }

    @Test func isLoadedInAMoment() {
        _ = Segmenter(language: "en")
        let again = cpuTime { for _ in 0..<1000 { _ = Segmenter(language: "en") } }
        #expect(again < .seconds(1))
    }
}
