import Normalization
import TestSupport
import UnicodeText

/// Copy put together at random out of what copy is made of, and of what breaks it.
enum PropertySamples {
    /// Words, marks and damage: every script of the issue, misreadings, references, controls, blanks, line ends.
    static let pieces: [String] = [
        "The minister said on Monday that two new berths will be built by the harbour authority.",
        "Le ministère a annoncé « trois centres » avant la saison des pluies, selon l’agence.",
        "西部陆港17日开通第三条冷链班列，水果和鲜花可在四十八小时内运抵沿海城市。", "قال الوزير إن المشروع سيبدأ في العام المقبل.",
        "የኢትዮጵያ መንግሥት አዲስ ዕቅድ አወጣ።", "राष्ट्रपति ने नई योजना की घोषणा की।", "Ìjọba ti kéde ètò tuntun fún ọdún tó ń bọ̀.",
        "Правительство обсудило «новые меры» — решение отложено.", "By Grace Mwakio", "Updated: March 4, 2024 09:15",
        "Home | News | Sport", "© 2024 Coast Daily. All rights reserved.", "Photo: a crane", "- an item",
        "Read also: a title",
        "Itâ€™s cafÃ©", "ÃƒÂ©", "РџСЂРёРІРµС‚", "&amp;", "&#8217;", "&eacute;", "&amp;lt;", "&#0;", "&#xD800;", "&",
        "e\u{301}",
        "\u{958}", "o\u{323}\u{300}", "\u{200B}", "\u{200F}", "\u{202B}", "\u{202C}", "\u{AD}", "\u{FEFF}", "\u{7}",
        "\u{92}",
        "\u{FFFD}", "\u{A0}", "\u{202F}", " ", " ", "  ", "\t", "\n", "\n", "\n\n", "\r\n", "\r", "\u{B}", "\u{C}",
        "\u{2028}",
        "\u{2029}", "\u{85}", "hyphen-\n", "-", "…", "😀", "👩\u{200D}🔬", "Ａ", "ﻻ", "<p>", "</p>", "<b>", "<", ">", "\"",
        "{", "}", ":", "|", "3/4/2024", "12", "",
    ]

    static func text(_ random: inout SplitMix, upTo count: Int = 24) -> String {
        (0..<Int.random(in: 0...count, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }

    /// Small files as they come: characters of two to four bytes, misreadings, references, every line end.
    static let files: [String] = [
        "Itâ€™s a cafÃ©, &amp;eacute; said\r\nRenÃ© ÃƒÂ© &#8217;&#x1F600;&nbsp;x\r\n\r\n中文，“引号” 😀\r",
        "\u{FEFF}Réunion à Évry\n\u{200B}\u{202B}شهد\u{202C} e\u{301}o\u{323}\u{300} \u{958}\u{92}\u{85}\u{2028}ሰላም፡፡ &lt;p&gt;",
        "A line that is wrap-\nped at a fixed width and that goes on and on for a\nwhile so that it is taken for a wrapped one, which\nis then joined again to a paragraph as it was before\nsomebody cut it.\n\nСловоРџСЂРёРІРµС‚",
    ]

    /// One file in each format, by the seeds of the readers' own tests.
    static var formatted: [(PressFormat, String)] {
        FormatsHostileTests.seeds + [
            (
                .html,
                "<!DOCTYPE html><html><head><title>T</title></head><body><nav><a href=x>Home</a></nav><article><h1>A &amp; b</h1><p>Caf&eacute; says <b>on</b> Monday.<br>cafÃ©</p><table><tr><td>x<p>y</table><ul><li>é</ul></article><footer>©</footer></body></html>"
            ),
            (.text, files[0]),
        ]
    }
}
