import Normalization
import TestSupport
import Testing
import UnicodeText

@Suite struct RepairTests {
    private func repaired(_ text: String) -> String { "\(Pipeline(profile: .text).repaired(UTF8Text(text)).text)" }

    /// `what came => what was meant`, controls written as `{99}`.
    private static let cases = """
        Itâ€™s => It’s
        cafÃ© crÃ¨me => café crème
        â€œQuoteâ€{9D} => “Quote”
        â{80}{9C}Quoteâ{80}{9D} => “Quote”
        10 â‚¬ => 10 €
        2 Ã— 3 => 2 × 3
        ÐŸÑ€Ð¸Ð²ÐµÑ‚ => Привет
        РџСЂРёРІРµС‚ => Привет
        п÷я─п╦п╡п╣я┌ => Привет
        ╨Я╤А╨╕╨▓╨╡╤В => Привет
        RenÃ© said “yes” and itâ€™s fine => René said “yes” and it’s fine
        ÃƒÂ© => é
        ÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢ => ’
        itÃ¢â‚¬â„¢s => it’s
        it‚Äôs => it’s
        r√©gime => régime
        il costa di pi√π => il costa di più
        donΓÇÖt => don’t
        donÔÇÖt => don’t
        donтАЩt => don’t
        donвЂ™t => don’t
        m├╢chte => möchte
        SelÃ§uk ve Ä°zmir => Selçuk ve İzmir
        pÅ™Ã­Å¡tÃ­ => příští
        mĂłwiÄ‡ => mówić
        tĹ{99}etĂ­ho => třetího
        Táº¡i sao => Tại sao
        æ­£é«”ä¸­æ–‡ => 正體中文
        Â«Â bonjourÂ Â» => «_bonjour_»
        20Â°C und Â£5 => 20°C und £5
        DOS AÃ‘OS, HÃ”TEL => DOS AÑOS, HÔTEL
        Ã–sterreich Ã¼ber alles => Österreich über alles
        voilÃ  le travail => voilà le travail
        une visite Ã l’Ã©cole => une visite à l’école
        semelhante Ã quele nÃ­vel => semelhante àquele nível
        í{A0}½í¸{98} => 😘
        ðŸ˜€ => 😀
        newspaper ï¿½ addresses => newspaper � addresses
        SlovenÄ�ina => Sloven�ina
        â€œlostâ€� => “lost�
        ItÃ?Â¢s classic, theyâ€™d say => It�¢s classic, they’d say
        ï»¿Title => Title
        It{92}s {93}fine{94} => It’s “fine”
        Coatl{87}n conf{92}an => Coatlán confían
        tur{92}stico => turístico
        &amp; &nbsp;&#8217;&#x2019; => & _’’
        &Ccedil;a, &Scaron;koda, &#146;n &euro; => Ça, Škoda, ’n €
        &amp;quot;twice&amp;quot; R&amp;amp;D => "twice" R&D
        &Atilde;&copy;t&Atilde;&copy; => été
        &#55357;&#56832; => 😀
        la moitié, ¬{2126} kilo => la moitié, ½ kilo
        R&a{1}mp;D, &#x{11}F6;, &&{1}g{0}t; => R&D, ö, &>
        S&amp{37E}P => S&P
        soft{AD}hyphen => softhyphen
        a{FEFF}b{0}c => abc
        é{FEFF}{200B}By, a{7}{200B}{7}b => éBy, ab
        e{301} => é
        cafA{303}© => café
        Nord{200B}see zu{200D}sammen => Nordsee zusammen
        {202B}open, {202A}paired{202C} => open, {202A}paired{202C}
        {200E}left {61C}{61C}twice => left {61C}twice
        one{D}two{D}{A}three{B}four => one{A}two{A}three{A}four
        """

    /// Texts that look like misreadings, or like something to clean, and are none.
    private static let good = """
        CAFÉ™ NESTLÉ® et « CAFÉ »
        “ALEMÔ foi AMANHÃ… e IRMû
        NICIODATĂ™ NICIODATĂ_
        MISUTÂ_AJIKKO, SELKÄ_EDELLÄ
        l’été à Évry, “É…” ‘É’
        naïve façade – São Tomé
        АБВГ «Привет» ёлка, Рёбра и Сёстры
        ВІКІ is Ukrainian for WIKI
        ПоздравЂаво, П’ять об’єктів
        中国将加强数字合作。9月29日
        የአፍሪካ ኅብረት፡፡
        R&D, AT&T; Q&A, &amp;lt;p&amp;gt;
        10Î&frac14;s
        x < y & z > w, 5' 6"
        Ọ̀rọ̀ Yorùbá, ƙasa ’yan ɗa
        नमस्ते दुनिया। क्{200D}ष
        مرحبا بالعالم، می{200C}خواهم
        👨{200D}👩{200D}👧
        {200B}zero width between blanks
        ¿Qué? ¡Sí! !YO SÉ¡ QUEM É¿
        (-1/2)! = √π, 3 √2 ≈ 4
        “+” and “×” curves
        ( o¬ô ) OK??:( `¬´    ):
        Brontë…” hâlâ…” hâlâ’
        27_ºC, 5ª, nº 3, m², 10 µm
        „GRÖẞE“ „Ä“ ‚Ö‘ »Ü«
        kılıç, IŞIK… ‘Łódź’ ŻÓŁĆ™
        lost {1A} and � stay, so does SÃ?
        rock{2019}n{2019}roll
        """

    private static func lines(_ block: String) -> [String] {
        block.split(separator: "\n").map(unescaped)
    }

    /// `{9D}` as U+009D, `_` as U+00A0.
    private static func unescaped(_ line: Substring) -> String {
        var result = ""
        var rest = line
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let code = UInt32(rest[rest.index(after: open)..<close], radix: 16).flatMap { Unicode.Scalar($0) }
            result.unicodeScalars.append(code ?? "?")
            rest = rest[rest.index(after: close)...]
        }
        result += rest
        return String(result.map { $0 == "_" ? "\u{A0}" : $0 })
    }

    @Test(arguments: lines(cases)) func repairsWhatIsCertain(_ line: String) throws {
        let parts = line.split(separator: " => ", maxSplits: 1)
        let (damaged, meant) = try (#require(parts.first), #require(parts.last))
        #expect(Array(repaired(String(damaged)).utf8) == Array(meant.utf8))
    }

    @Test(arguments: lines(good)) func leavesGoodTextAlone(_ line: String) throws {
        let composed = try NormalizationForm.nfc.apply(to: UTF8Text(line))
        #expect(Pipeline(profile: .text).repaired(composed).text == composed)
    }

    @Test(arguments: lines(cases) + lines(good)) func twiceIsOnce(_ line: String) {
        let (once, edits) = Pipeline(profile: .text).repaired(UTF8Text(line))
        #expect(edits.verifies(source: UTF8Text(line), target: once))
        #expect(Pipeline(profile: .text).repaired(once).text == once)
    }

    @Test func editsLeadBackAndTwiceIsOnce() {
        var random = SplitMix(seed: 3)
        let pieces = [
            "Itâ€™s ", "cafÃ©", " &amp; ", "e\u{301}", "\u{7}", "plain ", "中文", "\u{FEFF}", "Ã", "â€", "\n", "ÃƒÂ©",
            "  ", "\u{92}", "\u{202A}", "\u{202C}", "√©", "Рё", "�", "?",
        ]
        for _ in 0..<500 {
            let text = UTF8Text(
                (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                    .joined())
            let (result, edits) = Pipeline(profile: .text).repaired(text)
            #expect(edits.verifies(source: text, target: result))
            let again = Pipeline(profile: .text).repaired(result)
            #expect(again.text == result, "\(text)")
        }
    }

    /// Damage beside letters that composition, which comes last, makes others of.
    @Test func whatIsFoundDoesNotDependOnComposition() throws {
        let text = UTF8Text(
            "\u{420}\u{45F}\u{FFFD}_/}5\u{FFFD}\u{451}\u{420}\u{406}\u{420}\u{FFFD}\u{FFFD}"
                + "\u{FFFD}\u{FFFD}\u{B5}\u{421}\u{201A} \u{43F}\u{457}\u{405} \u{43F}\u{F7}\u{44F}"
                + "\u{2500}\u{43F}\u{2566}\u{43F}\u{2561}\u{43F}\u{2563}\u{FFFD}\u{E4}\u{B8}\u{AD}"
                + "\u{E6}\u{2013}\u{2021} \u{F0}\u{178}\u{2DC}\u{20AC} \u{C3} l\u{FFFD}tilde;&\u{301}o"
                + "\u{323}\u{45F}\u{FFFD}_/}5\u{FFFD}\u{FFFD}\u{FFFD}\u{460}\u{FFFD}\u{FFFD}\u{420}"
                + "\u{B5}\u{421}\u{201A} \u{43F}\u{457}\u{405} \u{43F}\u{F7}\u{44F}\u{2500}\u{43F}"
                + "\u{2566}\u{43F}\u{2561}\u{43F}\u{2563}\u{FFFD}\u{E4}\u{B8}\u{AD}\u{E6}\u{2013}"
                + "\u{2021} \u{F0}\u{178}\u{2DC}\u{20AC} \u{C3} l\u{FFFD}tilde;&\u{301}o\u{323}")
        let (once, edits) = Pipeline(profile: .text).repaired(text)
        #expect(edits.verifies(source: text, target: once))
        #expect(once != text && Pipeline(profile: .text).repaired(once).text == once)
    }

    @Test func aSequenceLeadsBackToItsBytes() throws {
        let text = UTF8Text("Le cafÃ© de RenÃ© ferme")
        let (result, edits) = Pipeline(profile: .text).repaired(text)
        #expect(result == "Le café de René ferme")
        #expect(edits.edits.map(\.rules) == [["mojibake:windows-1252"], ["mojibake:windows-1252"]])
        let place = try #require(result.firstWholeWords("René"))
        #expect(text[edits.source(of: place)] == "RenÃ©")
    }
}
