import ByteXML
import Interchange
import TranslationMemory
import UnicodeText

/// Reading and writing XLIFF in tests.
enum XLIFF {
    /// A source that gives a file in pieces of a size.
    static func source(_ bytes: [UInt8], pieces: Int = 1 << 16) -> ByteSource {
        var offset = 0
        return {
            let end = min(bytes.count, offset + pieces)
            defer { offset = end }
            return Array(bytes[offset..<end])
        }
    }

    static func events(_ bytes: [UInt8], pieces: Int = 1 << 16, report: (Diagnostic) -> Void = { _ in }) throws
        -> [XLIFFEvent]
    {
        var events: [XLIFFEvent] = []
        try XLIFFReader(file: "t.xlf").read(source(bytes, pieces: pieces), report: report) { events.append($0) }
        return events
    }

    static func units(_ text: String) throws -> [XLIFFUnit] { try units(Array(text.utf8)) }

    static func units(_ bytes: [UInt8], pieces: Int = 1 << 16) throws -> [XLIFFUnit] {
        try events(bytes, pieces: pieces).compactMap { if case .unit(let unit, _) = $0 { unit } else { nil } }
    }

    static func written(_ version: XLIFFVersion, _ units: [XLIFFUnit]) throws -> String {
        var bytes: [UInt8] = []
        var writer = try XLIFFWriter(
            options: .init(
                version: version, sourceLanguage: "en", targetLanguage: "fr", original: "copy.txt", toolVersion: "1",
                date: "2024-03-01T12:00:00Z")
        ) { bytes += $0 }
        for unit in units { try writer.write(unit) }
        try writer.finish()
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A file written again as it was read, and how much had no place.
    static func again(_ events: [XLIFFEvent]) throws -> (text: String, omitted: Int) {
        var bytes: [UInt8] = []
        guard case .document(let document)? = events.first else { return ("", 0) }
        var writer = try XLIFFWriter(document: document) { bytes += $0 }
        for event in events { try writer.write(event) }
        try writer.finish()
        return (String(decoding: bytes, as: UTF8.self), writer.omitted)
    }

    /// Events without their places.
    static func placeless(_ events: [XLIFFEvent]) -> [XLIFFEvent] {
        events.map { event in
            guard case .unit(let unit, _) = event else { return event }
            return .unit(unit, place: XMLPlace(line: 0, column: 0, offset: 0))
        }
    }

    /// What an import takes, and what it leaves out.
    static func taken(_ text: String) throws -> (units: [TranslationUnit], leftOut: [LeftOut]) {
        var units: [TranslationUnit] = []
        var leftOut: [LeftOut] = []
        var translations = XLIFFTranslations(file: "t.xlf")
        for event in try events(Array(text.utf8)) {
            try translations.take(event, leftOut: { leftOut.append($0) }, unit: { units.append($0) })
        }
        return (units, leftOut)
    }

    static let first = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE xliff PUBLIC "-//XLIFF//DTD XLIFF//EN" "http://nowhere.example/xliff.dtd">
        <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:v="urn:vendor" version="1.2" v:made="by hand">
        <file original="page.html" source-language="en-US" target-language="fr" datatype="html" v:key="7">
        <header><skl><external-file href="page.skl"/></skl><note>Read me</note></header>
        <body>
        <!-- between units -->
        <group id="g1" resname="menu" restype="x-list" xml:space="preserve"><context-group purpose="location">
        <context context-type="linenumber">12</context></context-group>
        <trans-unit id="1" resname="open" approved="yes" translate="yes" size-unit="char" maxwidth="20">
        <source xml:lang="en-US">Click <g id="1" ctype="bold">he<x id="2" ctype="lb"/>re</g> &amp; <bpt id="3" rid="1">&lt;i></bpt>go<ept id="4" rid="1">&lt;/i></ept><it id="5" pos="open">&lt;b></it><ph id="6">img <sub ctype="x-alt">a title</sub></ph><v:odd k="1">in</v:odd></source>
        <target state="final" state-qualifier="exact-match" phase-name="p1">Cliquez <![CDATA[<ici> & là]]></target>
        <note from="ann" priority="2" annotates="target">Short</note><note>Plain</note>
        <alt-trans match-quality="80 %" origin="old" tool="T" mid="2"><source>Click</source><target xml:lang="fr" state="translated">Clic</target><note>why</note></alt-trans>
        <v:extra a="b">text<v:in/></v:extra></trans-unit>
        <bin-unit id="b" mime-type="image/png"><bin-source><external-file href="a.png"/></bin-source></bin-unit>
        </group>
        <trans-unit id="2"><source>One. Two.</source>
        <seg-source><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two <mrk mtype="term" mid="9">words</mrk>.</mrk></seg-source>
        <target state="translated"><mrk mtype="seg" mid="1">Un.</mrk> <mrk mtype="seg" mid="2">Deux mots.</mrk></target></trans-unit>
        </body></file>
        <file original="two" source-language="en" datatype="plaintext"><body/></file>
        </xliff>
        """

    static let second = """
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="fr" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:v="urn:vendor">
        <file id="f1" original="page"><skeleton href="page.skl"/><notes><note id="n1">For the file</note></notes>
        <group id="g1" name="menu" v:k="1"><notes><note category="c">For the group</note></notes>
        <unit id="u1" name="open" type="dragoman:headline" canResegment="no">
        <mtc:matches><mtc:match id="m1" ref="#s1" similarity="90" matchQuality="70.0" origin="tm" type="tm" subType="v:x"><originalData><data id="d1">x</data></originalData><source>Go <ph id="1" dataRef="d1"/></source><target>Va</target></mtc:match><mtc:match ref="#i1"><source>Here</source><target>Ici</target></mtc:match></mtc:matches>
        <gls:glossary><gls:glossEntry ref="#i7" id="e"><gls:term source="desk">digital economy</gls:term><gls:translation id="t">économie numérique</gls:translation><gls:definition source="d">Trade on line</gls:definition></gls:glossEntry></gls:glossary>
        <mda:metadata><mda:metaGroup category="c"><mda:meta type="t">v</mda:meta></mda:metaGroup></mda:metadata>
        <notes><note id="n2" appliesTo="source" priority="1">Mind</note></notes>
        <originalData><data id="d1">&lt;b></data><data id="d2">&lt;/b></data><data id="d3">bell<cp hex="0007"/></data><data id="d9">spare</data></originalData>
        <segment id="s1" state="reviewed" subState="v:ok"><source><pc id="i1" dataRefStart="d1" dataRefEnd="d2" type="fmt" subType="xlf:b">The <mrk id="i7" type="term">digital economy</mrk></pc> <ph id="i2" dataRef="d3" equiv="bell"/><cp hex="0001"/><sc id="i3" dataRef="d1"/>grows</source><target order="1">L’économie <mrk id="i8" type="comment" value="hm" translate="no">numérique</mrk></target></segment>
        <ignorable><source> </source></ignorable>
        <segment id="s2"><source xml:space="preserve">Ends<ec startRef="i3" dataRef="d2"/><sm id="i4" type="v:a"/><em startRef="i4"/><ec id="i5" isolated="yes"/></source></segment>
        </unit></group>
        </file></xliff>
        """
}
