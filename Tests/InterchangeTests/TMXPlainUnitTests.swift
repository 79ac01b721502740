import ByteXML
import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@testable import Interchange

/// Units taken apart the quick way are those that expat's events make, with the same messages at the same places.
@Suite struct TMXPlainUnitTests {
    private struct Reading: Equatable {
        var header: TMXHeader?
        var units: [TranslationUnit] = []
        var problems: [Diagnostic] = []
        var failure: Diagnostic?
    }

    private func read(_ bytes: [UInt8], size: Int, limits: XMLLimits = XMLLimits(), plain: Bool) -> Reading {
        var reader = TMXReader(file: "t.tmx")
        reader.limits = limits
        reader.takesPlainElements = plain
        var reading = Reading()
        var rest = bytes[...]
        do {
            try reader.read(
                {
                    let piece = rest.prefix(size)
                    rest = rest.dropFirst(size)
                    return Array(piece)
                }, report: { reading.problems.append($0) }, header: { reading.header = $0 },
                unit: { reading.units.append($0) })
        } catch {
            reading.failure = error as? Diagnostic
            #expect(error is Diagnostic)
        }
        return reading
    }

    private func compare(_ bytes: [UInt8], sizes: [Int], limits: XMLLimits = XMLLimits(), name: String = "") {
        let wanted = read(bytes, size: 1 << 18, limits: limits, plain: false)
        for size in sizes {
            let found = read(bytes, size: size, limits: limits, plain: true)
            #expect(
                found == wanted,
                "\(name) in pieces of \(size): \(String(decoding: bytes.prefix(3_000), as: UTF8.self).debugDescription)"
            )
        }
    }

    private static let units = [
        """
        <tu tuid="1" creationdate="20190101T000001Z" creationid="ann &amp; bob" usagecount="0"><prop type="x-domain">news</prop>\
        <note xml:lang="en">line 0 &lt;checked&gt;</note>
        <tuv xml:lang="en"><seg>One &amp; "two" 中𝄞</seg></tuv>
        <tuv xml:lang="fr" changeid="eve"><prop>x</prop><seg>Un</seg></tuv>
        </tu>

        """,
        """
        <tu segtype="phrase" srclang="FR"><tuv xml:lang="FR-fr"><seg>a<bpt i="1" x="1">&lt;b></bpt>b<ept i="1">&lt;/b></ept>\
        <ph x="2">img <sub type='t'>a <hi>t</hi></sub></ph><hi type="term">now</hi><ut/><my a='b'>c</my></seg></tuv></tu>\r\n
        """,
        "<tu><tuv lang='en'><seg>old</seg></tuv><tuv xml:lang='de' lang='at'><seg/></tuv></tu>",
        "<tu tuid='none'><tuv><seg>no language</seg></tuv></tu>", "<tu>\n<tuv xml:lang='e n'><seg>x</seg></tuv></tu>",
        "<tu><tuv xml:lang='en'/></tu>", "<tu/>",
        "<tu><!-- c --><tuv xml:lang='en'><seg><![CDATA[<x>]]></seg></tuv></tu>",
        "<tu><tuv xml:lang='en'><seg>a</seg><seg>b</seg></tuv></tu>", "<!-- <tu> -->", "<other><tu/></other>",
        "<tu><tuv xml:lang='en'><note>n</note><seg>x\r\ny\rz\n</seg></tuv><note>late</note><tu>inner</tu></tu>",
    ]

    private static func file(_ units: [String], type: String = "", creator: String = "x") -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        \(type)<tmx version="1.4"><header creationtool="\(creator)" segtype="sentence" srclang="en"/><body>
        \(units.joined())</body></tmx>
        """
    }

    @Test func eachKindOfUnit() {
        for unit in Self.units {
            for (type, creator) in [("", "x"), ("<!DOCTYPE tmx SYSTEM 'tmx14.dtd'>", "dragoman")] {
                let text = Self.file([Self.units[0], unit, Self.units[0], unit], type: type, creator: creator)
                compare(Array(text.utf8), sizes: [1, 7, 1 << 18])
            }
        }
    }

    @Test func brokenFiles() {
        var random = SplitMix(seed: 7)
        let pieces = [
            "</tu>", "<tu>", "</seg>", "<seg>", "&nbsp;", "&#0;", "]]>", "<!--", "-->", "<![CDATA[", "\u{FFFE}", "\r",
            "xmlns='a'",
            " xml:lang='fr'", "<a:b/>", "é", "</body>", "<body>", "\"", "'", "<", ">", "&", "\u{0}",
        ].map { Array($0.utf8) }
        for _ in 0..<400 {
            let count = Int.random(in: 1...6, using: &random)
            var bytes = Array(
                Self.file((0..<count).map { _ in Self.units.randomElement(using: &random) ?? "" }).utf8)
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes.remove(at: index)
                case 1: bytes[index] = UInt8.random(in: 0...255, using: &random)
                default: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: index)
                }
            }
            compare(bytes, sizes: [Int.random(in: 1...300, using: &random)])
        }
    }

    // The place of a text that is too long is that of the piece of it at hand: both ways get the same pieces.

    @Test func limitsOfTexts() {
        var limits = XMLLimits()
        (limits.text, limits.unit) = (2_000, 4_000)
        for count in [10, 1_999, 2_000, 2_001, 4_001] {
            let text = String(repeating: "a", count: count)
            for unit in [
                "<tu><tuv xml:lang='en'><seg>\(text)</seg></tuv></tu>", "<tu><note>\(text)</note></tu>",
                "<tu a='\(text)'><tuv xml:lang='en'><seg/></tuv></tu>",
                "<tu>" + String(repeating: "<tuv xml:lang='en'><seg>a</seg></tuv>", count: count / 90) + "</tu>",
            ] {
                compare(
                    Array(Self.file([Self.units[0], Self.units[0], unit]).utf8), sizes: [1 << 18], limits: limits)
            }
        }
    }

    @Test func hostileFiles() {
        for file in HostileXML.tmx.all {
            compare(file.bytes, sizes: [1 << 18], name: file.name)
        }
    }
}
