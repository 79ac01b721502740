import Testing
import UnicodeText

@Suite struct OneLineTests {
    @Test(arguments: [
        ("It was a cold \nnight.", "It was a cold night."), ("one\r\n  two", "one two"), ("a\u{2028}b\u{85}c", "a b c"),
        ("これは父の\n家です。", "これは父の家です。"), ("他说，\n“好。”\n他走了。", "他说，“好。”他走了。"), ("他说，\n好。", "他说，好。"),
        ("ประเทศ\nไทย", "ประเทศไทย"), ("한국은\n나라다", "한국은 나라다"), ("in 中国\nand", "in 中国 and"),
        ("for pricing\n.", "for pricing."), ("one\n, two", "one, two"), ("about\n.5 of it", "about .5 of it"),
        ("he said\n... and left", "he said ... and left"), ("mot\n« autre »", "mot « autre »"),
        ("  kept  as\u{A0}it\tis ", "  kept  as\u{A0}it\tis "), ("\nends\n", " ends "), ("", ""), ("\n", " "),
    ]) func lineEndsAreJoined(_ text: String, _ expected: String) {
        #expect(UTF8Text(text).onOneLine == UTF8Text(expected))
        #expect(UTF8Text(expected).onOneLine == UTF8Text(expected))
    }
}
