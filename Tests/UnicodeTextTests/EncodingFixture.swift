import UnicodeText

/// Own sentences, and bytes of them in encodings that Swift cannot write: the decoder's tables turned round.
enum EncodingFixture {
    static let texts: [String: String] = [
        "fr":
            "L’été dernier, la délégation française a visité l’école où les élèves étaient déjà prêts à l’accueillir.",
        "de": "Die Außenminister erklärten am Dienstag, über die Vorschläge müsse zunächst gründlich beraten werden.",
        "es": "La reunión terminó sin acuerdo; según el señor Muñoz, las próximas negociaciones empezarán mañana.",
        "pt": "A comissão não confirmou as informações, mas as autoridades já começaram a investigação na região.",
        "sv": "Statsministern sade på måndagen att förslaget kommer att läggas fram före årets slut.",
        "pl":
            "Minister powiedział wczoraj, że żadna z propozycji nie została jeszcze przyjęta, lecz rozmowy będą trwać.",
        "cs": "Předseda vlády řekl, že během příštího týdne budou předloženy nové návrhy, které už všichni očekávají.",
        "hu": "A miniszterelnök szerint a következő héten újabb tárgyalások kezdődnek, és az őszi ülésen döntenek.",
        "hr": "Predsjednik je rekao da će se sljedeći sastanak održati već u četvrtak, no još ništa nije odlučeno.",
        "lt": "Ministras pirmininkas sakė, kad šią savaitę bus pateikti nauji siūlymai, kurių žmonės jau seniai laukė.",
        "lv":
            "Ministru prezidents paziņoja, ka šonedēļ tiks iesniegti jauni priekšlikumi, kurus cilvēki jau sen gaidīja.",
        "et": "Peaminister ütles, et järgmisel nädalal esitatakse uued ettepanekud, mida kõik on ammu oodanud.",
        "tr":
            "Başbakan, önümüzdeki hafta yeni önerilerin görüşüleceğini ve kararın yıl sonundan önce açıklanacağını söyledi.",
        "ru": "Министр сообщил, что переговоры продолжатся на следующей неделе, хотя решение пока не принято.",
        "uk": "Міністр повідомив, що переговори триватимуть і наступного тижня, хоча рішення ще не ухвалено.",
        "bg": "Министърът съобщи, че преговорите ще продължат и през следващата седмица, въпреки че няма решение.",
        "el": "Ο υπουργός δήλωσε ότι οι συνομιλίες θα συνεχιστούν την επόμενη εβδομάδα, χωρίς να υπάρχει απόφαση.",
        "he": "השר הודיע אתמול כי השיחות יימשכו גם בשבוע הבא, אף על פי שטרם התקבלה החלטה.",
        "ar": "أعلن الوزير أمس أن المحادثات سوف تستمر في الأسبوع المقبل رغم عدم التوصل إلى أي قرار.",
        "th": "รัฐมนตรีกล่าวเมื่อวานนี้ว่าการเจรจาจะดำเนินต่อไปในสัปดาห์หน้า แม้ว่ายังไม่มีการตัดสินใจ",
        "am": "ሚኒስትሩ ትናንት እንዳሉት ውይይቱ በሚቀጥለው ሳምንት ይቀጥላል፤ ውሳኔ ግን ገና አልተሰጠም።",
        "ja": "大臣は昨日、交渉は来週も続くと述べたが、まだ何も決まっていないという。",
        "zh": "部长昨天表示，谈判将在下周继续进行，但是目前还没有作出任何决定。",
        "zh-Hant": "部長昨天表示，談判將在下週繼續進行，但是目前還沒有作出任何決定。",
        "ko": "장관은 어제 협상이 다음 주에도 계속될 것이라고 밝혔으나 아직 아무것도 결정되지 않았다.",
    ]

    /// The bytes of a text; `nil` when the encoding lacks one of its characters.
    static func bytes(_ text: String, _ encoding: String) throws -> [UInt8]? {
        switch encoding {
        case "UTF-16LE": return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case "UTF-16BE": return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case "UTF-32LE":
            return text.unicodeScalars.flatMap {
                [UInt8($0.value & 0xFF), UInt8($0.value >> 8 & 0xFF), UInt8($0.value >> 16), 0]
            }
        case "UTF-32BE":
            return text.unicodeScalars.flatMap {
                [0, UInt8($0.value >> 16), UInt8($0.value >> 8 & 0xFF), UInt8($0.value & 0xFF)]
            }
        default: break
        }
        let inverse = try inverse(encoding)
        var result: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80 {
                result.append(UInt8(scalar.value))
            } else if let code = inverse[scalar] {
                result += code
            } else {
                return nil
            }
        }
        return result
    }

    static func text(_ bytes: [UInt8], _ encoding: String) throws -> String {
        try CharacterDecoder.decode(bytes, encoding: encoding).text.description
    }

    /// Every code of one or two bytes with the character that it stands for.
    private static func inverse(_ encoding: String) throws -> [Unicode.Scalar: [UInt8]] {
        var codes: [[UInt8]] = (0x80...0xFF).map { [UInt8($0)] }
        // Two bytes that are one character in the Chinese, Japanese and Korean encodings.
        let isWide = try [[0xB0, 0xA1], [0x88, 0x9F]].contains { try text($0, encoding).unicodeScalars.count == 1 }
        if isWide {
            codes = (0x81...0xFE).flatMap { lead in (0x40...0xFE).map { [UInt8(lead), UInt8($0)] } }
        }
        let lines = try text(codes.flatMap { $0 + [0x0A, 0x0A] }, encoding)
        var result: [Unicode.Scalar: [UInt8]] = [:]
        var index = 0
        for line in lines.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            // Two line feeds follow each code, so every second line is empty.
            if index % 2 == 0, index / 2 < codes.count, line.count == 1, let scalar = line.first, scalar != "\u{FFFD}",
                result[scalar] == nil
            {
                result[scalar] = codes[index / 2]
            }
            index += 1
        }
        return result
    }
}
