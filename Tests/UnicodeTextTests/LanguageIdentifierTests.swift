import TestSupport
import Testing
import UnicodeText

/// Sentences of our own; none is taken from a corpus.
@Suite struct LanguageIdentifierTests {
    static let sentences: [(tag: String, text: String)] = [
        ("en", "The minister said on Monday that the talks would go on until the end of the week."),
        ("en", "Nobody was hurt when the roof of the market hall came down."),
        ("zh", "政府周一表示，谈判将持续到本周末。"),
        ("zh", "这是他们第一次在这里见面。"),
        ("fr", "Le ministre a déclaré lundi que les négociations se poursuivraient jusqu’à la fin de la semaine."),
        ("ar", "قال الوزير يوم الاثنين إن المحادثات ستستمر حتى نهاية الأسبوع."),
        ("pt", "O ministro disse na segunda-feira que as negociações não vão terminar antes do fim da semana."),
        ("sw", "Waziri alisema Jumatatu kwamba mazungumzo yataendelea hadi mwisho wa wiki."),
        ("am", "ሚኒስትሩ ውይይቱ እስከ ሳምንቱ መጨረሻ ድረስ ይቀጥላል ብለዋል።"),
        ("ha", "Ministan ya ce za a ci gaba da tattaunawar har zuwa ƙarshen mako."),
        ("yo", "Mínísítà náà sọ pé àwọn yóò máa bá ìjíròrò náà lọ títí di òpin ọ̀sẹ̀."),
        ("zu", "UNgqongqoshe uthe izingxoxo zizoqhubeka kuze kuphele isonto."),
        ("xh", "Umphathiswa uthe iingxoxo ziza kuqhubeka kude kube sekupheleni kweveki."),
        ("hi", "मंत्री ने सोमवार को कहा कि बातचीत सप्ताह के अंत तक जारी रहेगी।"),
        ("ru", "Министр заявил в понедельник, что переговоры продлятся до конца недели."),
        ("ru", "Вот некоторые сведения об острове и его жителях."),
        ("uk", "Міністр заявив у понеділок, що переговори триватимуть до кінця тижня."),
        ("bg", "Министърът каза в понеделник, че преговорите ще продължат до края на седмицата."),
        ("es", "El ministro dijo el lunes que las conversaciones seguirán hasta el final de la semana."),
        ("gl", "O ministro dixo o luns que as conversas non rematarán antes da fin da semana."),
        ("de", "Der Minister sagte am Montag, dass die Gespräche bis zum Ende der Woche dauern."),
        ("it", "Il ministro ha detto lunedì che i colloqui continueranno fino alla fine della settimana."),
        ("nl", "De minister zei maandag dat de gesprekken tot het einde van de week doorgaan."),
        ("af", "Die minister het Maandag gesê dat die gesprekke tot die einde van die week sal aanhou."),
        ("id", "Menteri itu mengatakan pada hari Senin bahwa perundingan akan berlanjut sampai akhir pekan."),
        ("tr", "Bakan pazartesi günü görüşmelerin hafta sonuna kadar süreceğini söyledi."),
        ("ja", "大臣は月曜日、協議は週末まで続くと述べた。"),
        ("th", "รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าการเจรจาจะดำเนินต่อไป"),
        ("ko", "장관은 월요일 회담이 주말까지 계속될 것이라고 말했다."),
        ("el", "Ο υπουργός είπε τη Δευτέρα ότι οι συνομιλίες θα συνεχιστούν."),
    ]

    /// English names in sentences of other languages, which CLD2 alone takes for English.
    static let mixed: [(tag: String, text: String)] = [
        ("es", "El fundador del World Wide Web Consortium dijo que la empresa no tiene la culpa de lo ocurrido."),
        ("fr", "La vedette de Game of Thrones ne sera pas à New York, mais elle a écrit au Washington Post."),
        ("pt", "De acordo com o Washington Post, o fundador do World Wide Web Consortium não foi convidado."),
        ("de", "Der Gründer des World Wide Web Consortium hat die Zeitung New York Times nicht gelesen."),
        ("ja", "ニューヨーク・タイムズによると、World Wide Web Consortiumは声明を出した。"),
        ("zh", "据 The New York Times 报道，他们没有参加这次会议，也没有说明原因。"),
        ("th", "บริษัท Apple เปิดตัว iPhone รุ่นใหม่ในงานที่ California เมื่อวันอังคาร"),
    ]

    static let headlines: [(tag: String, text: String)] = [
        ("es", "LOS PRECIOS DE LA VIVIENDA SUBEN POR TERCER MES"),
        ("pt", "GOVERNO NÃO VAI AUMENTAR OS IMPOSTOS"),
        ("fr", "LE GOUVERNEMENT RENONCE À LA HAUSSE DES IMPÔTS"),
        ("en", "GOVERNMENT DROPS PLAN TO RAISE TAXES"),
        ("ru", "ПРАВИТЕЛЬСТВО НЕ БУДЕТ ПОВЫШАТЬ НАЛОГИ"),
        ("sw", "SERIKALI HAITAPANDISHA KODI MWAKA HUU"),
        ("yo", "ÌJỌBA KÒ NÍ FI OWÓ KÚN OWÓ ORÍ"),
    ]

    @Test(arguments: sentences) func sentence(_ tag: String, _ text: String) {
        #expect(LanguageIdentifier.identify(UTF8Text(text)).language.description == tag)
    }

    @Test(arguments: mixed) func foreignNames(_ tag: String, _ text: String) {
        #expect(LanguageIdentifier.identify(UTF8Text(text)).language.description == tag)
    }

    @Test(arguments: headlines) func capitals(_ tag: String, _ text: String) {
        #expect(LanguageIdentifier.identify(UTF8Text(text)).language.description == tag)
    }

    @Test(arguments: sentences) func normalizationFormsGiveOneAnswer(_ tag: String, _ text: String) throws {
        let text = UTF8Text(text)
        let composed = LanguageIdentifier.identify(try NormalizationForm.nfc.apply(to: text))
        #expect(LanguageIdentifier.identify(try NormalizationForm.nfd.apply(to: text)) == composed)
    }

    /// Languages without counts: ours must not claim them.
    @Test(arguments: [
        ("mi", "Kei te haere te tangata ki te whare o tōna matua i tēnei rā."),
        ("ny", "Nduna idanena kuti zokambirana zidzapitirira mpaka kumapeto kwa sabata."),
        ("sm", "Na fai mai le faifeau e o atu tagata uma i le falesa i le aso Sa."),
    ])
    func uncountedLanguage(_ tag: String, _ text: String) {
        #expect(LanguageIdentifier.identify(UTF8Text(text)).language.description == tag)
    }

    @Test(arguments: ["", " \n", "1234567890", "3.14 + 2 = 5.14", "?!…", "\u{0}\u{FFFD}\u{200B}"])
    func nothingToGoBy(_ text: String) {
        let guess = LanguageIdentifier.identify(UTF8Text(text))
        #expect(guess.language == .undetermined)
        #expect(guess.confidence == 0 && guess.share == 0 && !guess.isReliable)
    }

    @Test func traditionalChineseIsSaidOnlyWhenSeen() {
        let traditional: UTF8Text = "政府週一表示，談判將會繼續進行，這對於國際經濟來說還不夠。"
        #expect(LanguageIdentifier.identify(traditional).language.description == "zh-Hant")
        #expect(LanguageIdentifier.identify("他在医院去世了。").language.description == "zh")
        #expect(LanguageIdentifier.identify("他是自由的").language.description == "zh")
    }

    @Test func confidenceFallsWithTheEvidence() {
        let long = LanguageIdentifier.identify("Der Minister sagte am Montag, dass die Gespräche weitergehen werden.")
        let short = LanguageIdentifier.identify("No, no.")
        #expect(long.isReliable && long.confidence > 0.95)
        #expect(!short.isReliable && short.confidence < 0.9)
    }

    @Test func hugeLineIsSampled() {
        let sentence = Array("Waziri alisema Jumatatu kwamba mazungumzo yataendelea hadi mwisho wa wiki. ".utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(10_000_000)
        while bytes.count < 10_000_000 { bytes += sentence }
        let time = cpuTime {
            #expect(LanguageIdentifier.identify(UTF8Text(unchecked: bytes)).language.description == "sw")
        }
        // Whole, it takes several seconds in a debug build.
        #expect(time < .seconds(2))
    }

    @Test func hostileText() {
        let noBlank = UTF8Text(unchecked: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
        _ = LanguageIdentifier.identify(noBlank)
        let marks = UTF8Text(String(repeating: "e\u{301}\u{323}\u{302}", count: 20_000))
        let guess = LanguageIdentifier.identify(marks)
        #expect((0...1).contains(guess.confidence))
        // Han of plane 2, which nothing is counted for.
        #expect(LanguageIdentifier.identify("𠀀𠀁𠀂").confidence < 0.9)
    }
}
