import TestSupport
import Testing
import UnicodeText

@testable import Normalization

/// Phrases found by their openings, against the trie asked at every place.
@Suite struct PhraseTrieTests {
    private static let phrases: [PhraseTrie.Phrase] = [
        ("by", false), ("©", false), ("ad", true), ("advert", true), ("all rights reserved", false),
        ("l'article", false),
        ("d'", true), ("subscribe", true), ("responsibilities of", false), ("à lire", false), ("élus", false),
        ("版权", true), ("tous droits", false), ("x", false),
    ].map { PhraseTrie.Phrase(text: UTF8Text($0.0), value: .legal, isPrefix: $0.1) }

    private static func openings(_ trie: PhraseTrie, _ text: UTF8Text) -> [Int] {
        text.bytes.withUnsafeBytes { bytes in
            var starts: [UInt64] = []
            WordStarts.find(in: bytes, &starts)
            return bytes.indices.filter {
                starts[$0 >> 6] >> UInt64($0 & 63) & 1 != 0 && trie.mayBegin(bytes, at: $0)
            }
        }
    }

    @Test func noPlaceIsPassedOver() {
        let trie = PhraseTrie(Self.phrases)
        let pieces = [
            "by", "bye", "©", "ad", "adverts", "adv", "all rights reserved", "all rights", "l’article", "l'article",
            "d’un",
            "d'un", "subscribers", "subscrib", "responsibilities of", "responsibilities", "à lire", "élus", "élusx",
            "版权所有",
            "tous droits", "touss", " ", " ", "é", "-", "x", "xé", ".",
        ]
        var random = SplitMix(seed: 31)
        var found = 0
        for _ in 0..<2_000 {
            let text = UTF8Text(
                (0..<Int.random(in: 1...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                    .joined())
            for offset in text.bytes.indices where text.bytes[offset] & 0xC0 != 0x80 {
                guard text.borrowed({ trie.longestMatch(in: $0, at: offset) != nil && !$0.isInsideSpacedWord(offset) })
                else {
                    continue
                }
                found += 1
                #expect(text.bytes.withUnsafeBytes { trie.mayBegin($0, at: offset) }, "\(text) at \(offset)")
                #expect(Self.openings(trie, text).contains(offset), "\(text) at \(offset)")
            }
        }
        #expect(found > 1_000)
    }

    @Test(
        arguments: [
            ("all rights reserved.", 19), ("all rights reservedly", nil), ("adverts", 6), ("adv", 2),
            ("l’article 5", 11),
            ("byline", nil), ("by", 2), ("版权所有", 6), ("élus", 5), ("zzz", nil),
        ] as [(UTF8Text, Int?)])
    func longestMatch(_ text: UTF8Text, _ end: Int?) {
        #expect(text.borrowed { PhraseTrie(Self.phrases).longestMatch(in: $0, at: 0)?.end } == end)
    }

    @Test func manyWordsOfATextMayBeginNone() {
        let trie = PhraseTrie(Self.phrases)
        let text: UTF8Text = "the ministry of finance said on tuesday that growth had returned "
        #expect(Self.openings(trie, text).isEmpty)
    }
}
