import Testing
import UnicodeText

@testable import Segmentation

/// Every entry of every data file is used: in the sentence of its class the rules decide as the class says, and
/// otherwise without the entry.
@Suite struct DataUseTests {
    private static let tags = LanguageData.names.filter { $0.hasPrefix("segmentation/") }.map {
        String($0.dropFirst("segmentation/".count).dropLast(".txt".count))
    }

    @Test(arguments: tags)
    func everyEntryDecides(tag: String) throws {
        let file = DataFile(try #require(LanguageData.file("segmentation/\(tag).txt")))
        let isScript = tag.hasPrefix("und")
        let script = try #require(isScript ? String(tag.dropFirst(4)) : file.script)
        let ofLanguage = LanguageTag(tag).flatMap { RuleSetCache.rules(for: $0) }
        let rules =
            isScript ? RuleSetCache.rules(forScript: script.isEmpty ? nil : script) : try #require(ofLanguage)
        for entry in file.entries {
            let section = entry.section.rawValue
            let text = String(decoding: entry.text, as: UTF8.self)
            let other = rules.changed(section, entry.isRemoval ? text : "-" + text)
            var (with, without) = entry.isRemoval ? (other, rules) : (rules, other)
            if entry.section == .months {
                // Capitals behind ordinal numbers need no month where the setting holds; SRX files made of the rules do.
                with.ordinals = .none
                without.ordinals = .none
            }
            let patterns = EntryPattern.patterns(of: entry, with, script: script, language: tag)
            let isUsed = patterns.contains { pattern in
                let decision = pattern.decision(with)
                return pattern.holds(decision) && decision != pattern.decision(without)
            }
            #expect(
                isUsed || patterns.isEmpty,
                """
                \(tag).txt:\(entry.line): [\(section)] \(text): \
                \(patterns.map { "\($0.text) \($0.decision(with) ?? "none"), without \($0.decision(without) ?? "none")" })
                """)
        }
    }
}

extension RuleSet {
    /// The rules with one entry more or, where it begins with a hyphen, less.
    fileprivate func changed(_ section: String, _ entry: String) -> RuleSet {
        var rules = self
        rules.add(DataFile(Array("[\(section)]\n\(entry)\n".utf8)))
        return rules
    }
}
