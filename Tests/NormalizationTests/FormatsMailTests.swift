import Normalization
import Testing
import UnicodeText

@Suite struct FormatsMailTests {
    @Test func alternativesInQuotedPrintable() throws {
        let sample = try FormatsSample(
            """
            From: "=?utf-8?Q?Minist=C3=A8re?= du commerce" <press@example.org>
            To: editors@example.net
            Subject: =?UTF-8?B?TWluaXN0ZXJzIHBsZWRnZSDigJQ=?=
             =?UTF-8?Q?_caf=C3?= =?UTF-8?Q?=A9?=
            Date: Fri, 20 Oct 2023 13:44:00 +0300 (EAT)
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="b1"

            preamble
            --b1
            Content-Type: text/plain; charset=windows-1252
            Content-Transfer-Encoding: quoted-printable

            Eight governments will link their networks by 2027, an official said on Mo=
            nday in a caf=E9 =96 at last.

            =93More training will be offered to young engineers,=94 she told reporters.

            On Mon, J. Doe wrote:
            > old text

            --=20
            Press office
            --b1
            Content-Type: text/html; charset=utf-8

            <p>Eight governments</p>
            --b1--
            """)
        #expect(sample.article.format == .email)
        #expect(
            sample.lines == [
                "headline: Ministers pledge — café"
                    + " ← =?UTF-8?B?TWluaXN0ZXJzIHBsZWRnZSDigJQ=?=¶ =?UTF-8?Q?_caf=C3?= =?UTF-8?Q?=A9?=",
                "byline: Ministère du commerce ← =?utf-8?Q?Minist=C3=A8re?= du commerce",
                "dateline 2023-10-20T13:44:00+03:00: Fri, 20 Oct 2023 13:44:00 +0300 (EAT)",
                "body: Eight governments will link their networks by 2027, an official said on Monday in a café – at last."
                    + " ← Eight governments will link their networks by 2027, an official said on Mo=¶"
                    + "nday in a caf=E9 =96 at last.",
                "body: “More training will be offered to young engineers,” she told reporters."
                    + " ← =93More training will be offered to young engineers,=94 she told reporters.",
                "boilerplate related: On Mon, J. Doe wrote:", "boilerplate related: > old text",
                "boilerplate identifier: --", "boilerplate identifier: Press office",
                "boilerplate identifier: To: editors@example.net", "boilerplate identifier: MIME-Version: 1.0",
                "boilerplate identifier: Content-Type: multipart/alternative; boundary=\"b1\"",
            ])
        sample.expectProvenance()
        #expect(sample.source(of: "a café") == "a caf=E9")
        #expect(sample.source(of: "Monday") == "Mo=\nnday")
    }

    /// Base64 leads back to its lines.
    @Test func base64InAnotherCharset() throws {
        // "Le café coûte trois €, a dit le ministre.\n\nLa suite viendra lundi, a-t-il ajouté." in ISO-8859-15.
        let sample = try FormatsSample(
            """
            From: a@x.org
            Subject: Prix du jour
            MIME-Version: 1.0
            Content-Type: text/plain; charset="iso-8859-15"
            Content-Transfer-Encoding: base64

            TGUgY2Fm6SBjb/t0ZSB0cm9pcyCkLCBhIGRpdCBsZSBtaW5pc3RyZS4KCkxh
            IHN1aXRlIHZpZW5kcmEgbHVuZGksIGEtdC1pbCBham91dOku
            """)
        #expect(
            sample.copy == [
                "Prix du jour", "a@x.org", "Le café coûte trois €, a dit le ministre.",
                "La suite viendra lundi, a-t-il ajouté.",
            ])
        sample.expectProvenance()
        let first = "TGUgY2Fm6SBjb/t0ZSB0cm9pcyCkLCBhIGRpdCBsZSBtaW5pc3RyZS4KCkxh\nIHN1aXRlIHZpZW5k"
        #expect(sample.source(of: "café") == first)
        #expect(sample.source(of: "ajouté") == "cmEgbHVuZGksIGEtdC1pbCBham91dOku")
    }

    /// A line of base64 ends within a character, a soft line break stands in one: no edit makes half a character.
    @Test(arguments: [
        (
            "base64",
            "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBSW4gS2lsd2FuaSB0aGUg4oCccG9ydOKA\nnSBhbmQgdGhlIHJhaWx3YXkgYXJlIHRvIGJlIG9uZSwg4oCcc2FpZOKAnSB0aGUgbWluaXN0ZXIs\nIGluIHRoZSDigJxyYWls4oCdIHlhcmQu",
            "rail"
        ),
        ("quoted-printable", "Le caf=C3=\n=A9 co=E2=80=\n=AFte.", "co"),
    ])
    func editsHoldWholeCharacters(_ encoding: String, _ body: String, _ word: String) throws {
        let sample = try FormatsSample(
            "From: a@x.org\nSubject: Prix\nContent-Type: text/plain; charset=utf-8\n"
                + "Content-Transfer-Encoding: \(encoding)\n\n\(body)\n")
        #expect(sample.article.blocks.contains { $0.text.description.contains(word) })
        sample.expectProvenance()
    }

    /// Each part has its own charset, whatever the file as a whole looks like.
    @Test func partsInSeveralCharsets() throws {
        let head = "From: a@x.org\nSubject: News\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
        let russian: [UInt8] = [0xCC, 0xE8, 0xED, 0xE8, 0xF1, 0xF2, 0xF0, 0xFB]
        let bytes =
            Array((head + "Content-Type: text/plain; charset=windows-1251\n\n").utf8) + russian
            + Array(" ok.\n--b\nContent-Type: text/html; charset=windows-1252\n\n<p>Le caf".utf8) + [0xE9]
            + Array(" ici.</p>\n--b--\n".utf8)
        let sample = try FormatsSample(bytes)
        #expect(sample.copy.suffix(2) == ["Министры ok.", "Le café ici."])
        sample.expectProvenance()
    }

    @Test func theHeadlineOfTheBodyIsNotSaidTwice() throws {
        let body =
            "Ministers pledge wider cooperation\n\nEight governments will link their networks by 2027, they said.\n"
        let same = try FormatsSample("From: a@x.org\nSubject: Fwd: Ministers pledge wider cooperation\n\n" + body)
        #expect(
            same.lines == [
                "headline: Ministers pledge wider cooperation", "byline: a@x.org",
                "body: Eight governments will link their networks by 2027, they said.",
                "boilerplate duplicate: Subject: Fwd: Ministers pledge wider cooperation",
            ])
        let other = try FormatsSample("From: a@x.org\nSubject: For your Monday edition\n\n" + body)
        #expect(
            other.lines.filter { $0.hasPrefix("headline") || $0.contains("Subject") } == [
                "headline: Ministers pledge wider cooperation",
                "boilerplate identifier: Subject: For your Monday edition",
            ])
    }

    @Test func forwardedHeadersAreNoCopy() throws {
        let sample = try FormatsSample(
            "From: b@x.org\nSubject: News\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n"
                + "---------- Forwarded message ---------\nFrom: Ministry <a@x.org>\nDate: Fri, Oct 20, 2023\n"
                + "Subject: Ministers pledge\n\nEight governments will link their networks, and the work \n"
                + "will begin in 2027.\n From here it is easy, they said to the press.\n")
        #expect(
            sample.lines.filter { !$0.hasPrefix("boilerplate") } == [
                "headline: News", "byline: b@x.org",
                "body: Eight governments will link their networks, and the work will begin in 2027."
                    + " ← Eight governments will link their networks, and the work ¶will begin in 2027.",
                "body: From here it is easy, they said to the press.",
            ])
        #expect(
            sample.lines.filter { $0.hasPrefix("boilerplate") } == [
                "boilerplate identifier: Content-Type: text/plain; charset=utf-8; format=flowed",
                "boilerplate identifier: ---------- Forwarded message ---------",
                "boilerplate identifier: From: Ministry <a@x.org>", "boilerplate identifier: Date: Fri, Oct 20, 2023",
                "boilerplate identifier: Subject: Ministers pledge",
            ])
        sample.expectProvenance()
    }

    /// A message that is nothing but its attachment.
    @Test func aTextThatIsAttachedIsReadWhereThereIsNoOther() throws {
        func message(_ own: String) throws -> FormatsSample {
            try FormatsSample(
                "From: a@x.org\nSubject: Story\nContent-Type: multipart/mixed; boundary*0=\"a\"; boundary*1=b\n\n--ab\n\n"
                    + own + "\n--ab\nContent-Type: text/plain; charset*=us-ascii'en'utf-8\n"
                    + "Content-Disposition: attachment; filename=story.txt\n\nThe port is to be doubled, they said.\n"
                    + "--ab\nContent-Type: application/pdf\nContent-Disposition: attachment\n\n%PDF\n--ab--\n")
        }
        #expect(try message("").copy == ["Story", "a@x.org", "The port is to be doubled, they said."])
        #expect(try message("The mayor spoke on Monday.").copy == ["Story", "a@x.org", "The mayor spoke on Monday."])
    }

    /// Pasted without its header, quoted-printable is known by its escapes.
    @Test func quotedPrintableWithoutAHeader() throws {
        let sample = try FormatsSample(
            "Le minist=C3=A8re a dit jusqu=E2=80=99=C3=A0 =\nlundi.\n\nIl r=C3=A9p=\n=C3=A8te 1 =3D 1.\n")
        #expect(sample.copy == ["Le ministère a dit jusqu’à lundi.", "Il répète 1 = 1."])
        #expect(sample.article.format == .email)
        sample.expectProvenance()
        #expect(sample.source(of: "ministère") == "minist=C3=A8re")
    }

    @Test(arguments: [
        "x = 1 and y=C3=A9=C3=A9", "caf=C3=A9 once", "a=C3b=A9c=C3=A9=C3=A9", "url?a=C3&b=A9 =C3=A9=C3=A9 =zz",
        "é =C3=A9=C3=A9", String(repeating: "long ", count: 20) + "=C3=A9=C3=A9", "=C3=28=C3=28",
    ])
    func whatOnlyLooksQuotedPrintableIsText(_ text: String) {
        #expect(PressFormat.detect(UTF8Text(text)) == .text)
    }
}
