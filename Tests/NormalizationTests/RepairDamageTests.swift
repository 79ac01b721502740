import Normalization
import TestSupport
import Testing
import UnicodeText

/// Sentences in many scripts, turned into UTF-8 and read back in every encoding UTF-8 is misread in.
@Suite struct RepairDamageTests {
    private static let sentences = [
        "Le président a déclaré : « C’est décidé », a-t-il ajouté.",
        "Die Übergabe der Schlüssel verzögert sich – größere Schäden wurden „nicht“ gemeldet.",
        "El niño preguntó: ¿dónde está el cañón? “Allí”, contestó.",
        "Правительство обсудило «новые меры» — решение отложено.",
        "Η κυβέρνηση ανακοίνωσε νέα μέτρα για την οικονομία.",
        "قال الوزير إن المشروع سيبدأ في العام المقبل.",
        "राष्ट्रपति ने नई योजना की घोषणा की।",
        "政府公布了新的合作计划，将于明年启动。",
        "የኢትዮጵያ መንግሥት አዲስ ዕቅድ አወጣ።",
        "Vláda včera představila příští kroky, uvedl ministr.",
    ]
    private static let encodings = [
        "ISO-8859-1", "windows-1250", "windows-1251", "macintosh", "windows-1254", "ISO-8859-2", "IBM437", "IBM850",
        "IBM866", "KOI8-R",
    ]

    /// The text as a reader of the encoding shows its UTF-8 bytes.
    private func misread(_ text: UTF8Text, _ encoding: String) throws -> UTF8Text {
        try CharacterDecoder.decode(text.bytes, encoding: encoding).text
    }

    @Test(arguments: encodings) func comesBackFromEveryEncoding(_ encoding: String) throws {
        let pipeline = Pipeline(profile: .text)
        for sentence in Self.sentences {
            let good = UTF8Text(sentence)
            let once = try misread(good, encoding)
            let (result, edits) = pipeline.repaired(once)
            #expect(result == good)
            #expect(edits.verifies(source: once, target: result))
            let twice = try misread(once, encoding)
            #expect(pipeline.repaired(twice).text == good)
            // Damaged and good lines in one text.
            let mixed = UTF8Text("\(sentence)\n\(once)\n\(sentence)")
            #expect(pipeline.repaired(mixed).text == UTF8Text("\(sentence)\n\(sentence)\n\(sentence)"))
        }
    }

    @Test func costsNoMoreThanItsLength() {
        // Each of these took quadratic time in some design.
        for piece in ["Ã", "&", "&amp;", "â€", "\u{202B}", "\u{2067}", "\u{2069}", "\u{200E}", "Ã ", "\u{80}"] {
            let text = UTF8Text(String(repeating: piece, count: 4_000))
            let (result, edits) = Pipeline(profile: .text).repaired(text)
            #expect(edits.verifies(source: text, target: result))
            #expect(result.count <= text.count * 2)
        }
    }
}
