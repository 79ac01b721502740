import Testing
import UnicodeText

@testable import Terminology

@Suite struct RegionNamesTests {
    private func names(_ code: String, _ tag: LanguageTag) -> [String] {
        RegionNames.all(code, in: tag).map(\.text.description)
    }

    @Test func cldrNamesComeFirst() {
        #expect(names("GB", "en").prefix(3) == ["United Kingdom", "UK", "Britain"])
        #expect(names("ID", "zh") == ["印度尼西亚", "印尼"])
        #expect(names("CZ", "fr") == ["Tchéquie", "République tchèque"])
    }

    @Test func wrongNamesOfCLDRAreLeftOut() {
        // Guusu is south.
        #expect(!names("KP", "yo").contains { $0.hasPrefix("Guusu") })
        #expect(!names("KR", "yo").contains { $0.hasPrefix("Ariwa") })
        #expect(!names("UN", "zu").contains("ifulegi"))
    }

    @Test func namesAreBorrowed() {
        #expect(names("CN", "yo").contains("China"))
        #expect(names("MX", "ha").contains("Mexico"))
        #expect(!names("MX", "sw").contains("Mexico"))
        #expect(names("QQ", "yo").isEmpty)
    }

    /// Each line of a data file names a region that there is, once, and not as CLDR does.
    @Test(arguments: LanguageData.names.filter { $0.hasPrefix("terminology/regions-") })
    func dataSaysSomethingNew(_ file: String) throws {
        let tag = try #require(LanguageTag(String(file.dropFirst("terminology/regions-".count).dropLast(".txt".count))))
        let own = RegionNames.of(tag)
        let codes = Set(CLDRNames.codes(.region))
        #expect(!own.added.isEmpty)
        for (code, names) in own.added {
            #expect(codes.contains(code), "\(code)")
            #expect(Set(names).count == names.count, "\(code) \(names)")
            let cldr = [true, false].map { CLDRNames.name(.region, code, in: tag, short: $0) }
            for name in names { #expect(!cldr.contains(name), "\(code) \(name)") }
        }
        for (code, names) in own.wrong {
            let cldr = [true, false].map { CLDRNames.name(.region, code, in: tag, short: $0) }
            for name in names { #expect(cldr.contains(name), "CLDR has no longer \(code) \(name)") }
        }
    }

    @Test func sourcesAreNamed() throws {
        let glossary = CLDRGlossary.glossary(kinds: [.region], languages: ["fr"])
        let concept = try #require(glossary.concepts.first { $0.id == "region-VN" })
        let terms = concept.terms(in: "fr")
        #expect(terms.map(\.text) == ["Viêt Nam", "Vietnam", "Viet Nam"])
        #expect(terms.map { $0.source?.hasPrefix("CLDR") ?? false } == [true, false, false])
        #expect(terms.map(\.status) == [.preferred, .admitted, .admitted])
    }
}
