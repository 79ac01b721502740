import ByteXML
import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@testable import Interchange

/// Tables that come in pieces.
@Suite struct TableStreamTests {
    private struct Row: Equatable {
        let line: Int
        let cells: [UTF8Text]
        let ranges: [ByteRange]

        init(_ row: TableRow) {
            line = row.line
            cells = row.cells
            ranges = [row.range] + row.cellRanges
        }
    }

    private func rows(_ bytes: [UInt8], _ separator: TableSeparator, cuts: (Int) -> Int) -> ([Row], Diagnostic?) {
        var rows: [Row] = []
        do throws(Diagnostic) {
            var offset = min(bytes.count, cuts(0))
            var parser = TableParser(
                Array(bytes[..<offset]), isLast: offset == bytes.count, separator: separator, file: nil)
            while true {
                while let row = try parser.next() { rows.append(Row(row)) }
                guard offset < bytes.count else { return (rows, nil) }
                let next = min(bytes.count, offset + max(1, cuts(offset)))
                parser.append(Array(bytes[offset..<next]), isLast: next == bytes.count)
                offset = next
            }
        } catch { return (rows, error) }
    }

    /// However a text is cut, its rows, lines, places and errors are those of the whole.
    @Test(arguments: TableSeparator.allCases)
    func piecesGiveWhatTheWholeGives(_ separator: TableSeparator) {
        var random = SplitMix(seed: 11)
        let alphabet = Array("\"\"\"\r\r\n\n  ab".utf8) + [separator.byte, separator.byte, separator.byte]
        var quoted = 0
        for _ in 0..<4_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            }
            let whole = rows(bytes, separator) { _ in bytes.count }
            let pieces = rows(bytes, separator) { _ in Int.random(in: 0...7, using: &random) }
            #expect(
                whole.0 == pieces.0 && whole.1 == pieces.1, "\(String(decoding: bytes, as: UTF8.self).debugDescription)"
            )
            quoted += whole.0.count { $0.cells.contains { $0.bytes.contains(0x0A) } }
        }
        #expect(separator == .tab || quoted > 20)
    }

    /// What is ASCII for a long way may still go on in another encoding.
    @Test(arguments: [false, true])
    func theEncodingMayShowLate(_ isLatin: Bool) throws {
        let plain = "en\tfr\n" + String(repeating: "One\tOne\n", count: 200_000)
        let late = "Élan, forêt, été\tcréation à Évry près de la forêt\n"
        let bytes = Array(plain.utf8) + (isLatin ? late.unicodeScalars.map { UInt8($0.value) } : Array(late.utf8))
        var texts: [UTF8Text] = []
        try BilingualTable.read(pieces(of: bytes, size: 10_000), file: nil) { unit in
            texts = unit.variants.map(\.segment.text)
        }
        #expect(texts == late.dropLast().split(separator: "\t").map { UTF8Text(String($0)) })
    }

    @Test func badBytesFarInHaveTheirLine() throws {
        let row = "Élan\tforêt\n"
        let bytes = Array(("en\tfr\n" + String(repeating: row, count: 200_000)).utf8) + [0x61, 0xFF, 0x09, 0x62]
        let error = #expect(throws: Diagnostic.self) {
            try BilingualTable.read(pieces(of: bytes, size: 65_536), file: "t.tsv") { _ in }
        }
        #expect(error?.code == "encoding.invalid-bytes" && error?.line == 200_002, "\(error as Any)")
    }

    /// A row that never ends is refused when it is longer than any may be; no more of it is read.
    @Test(
        arguments: zip(
            ["", "\"", "", "", "", "", "\"", "", ""],
            ["a", "a", "a,", "\"\",", " ", "a\t", "a\n", "\"\"", "\"a\t"]))
    func aRowWithoutAnEndIsRefusedBeforeItIsHeld(_ start: String, _ text: String) throws {
        let separator = text.contains("\t") ? TableSeparator.tab : .comma
        let piece = Array(String(repeating: text, count: 64 * 1024 / text.utf8.count).utf8)
        let head = Array(["en", "fr\n"].joined(separator: separator == .tab ? "\t" : ",").utf8) + Array(start.utf8)
        var given = 0
        let error = #expect(throws: Diagnostic.self) {
            try BilingualTable.read(
                {
                    given += 1
                    return given == 1 ? head : piece
                }, file: "t.csv", separator: separator
            ) { _ in }
        }
        #expect(error?.line == 2 && ["table.limit", "table.cells"].contains(error?.code), "\(error as Any)")
        #expect(given * piece.count < 48 << 20, "\(given) pieces")
    }

    @Test func limitsAreThoseGiven() throws {
        var limits = XMLLimits()
        limits.text = 10
        limits.unit = 25
        func read(_ row: String) throws -> Int {
            var count = 0
            try BilingualTable.read(
                pieces(of: Array("en,fr,de\n\(row)\n".utf8), size: 7), file: "t.csv", limits: limits
            ) { _ in count += 1 }
            return count
        }
        #expect(try read("0123456789,\"0123456789\"") == 1)
        for (row, message) in [
            ("01234567890,b", "column 1 is longer than 10 bytes"),
            ("a,\"01234567890\"", "column 2 is longer than 10 bytes"),
            ("012345678,012345678,01234567", "the row is longer than 25 bytes"),
        ] {
            let error = #expect(throws: Diagnostic.self) { _ = try read(row) }
            #expect(error?.code == "table.limit" && error?.message == message && error?.line == 2, "\(error as Any)")
        }
    }

    /// Glossaries of lines have the same bound.
    @Test func aLineWithoutAnEndIsRefusedBeforeItIsHeld() throws {
        let piece = [UInt8](repeating: 0x61, count: 64 * 1024)
        for isDeepL in [true, false] {
            var given = 0
            func next() -> [UInt8] {
                given += 1
                return given == 1 ? Array("bank\tbanque\n".utf8) + piece : piece
            }
            let error = #expect(throws: Diagnostic.self) {
                if isDeepL {
                    _ = try DeepLGlossary.read(next, name: "g", file: "g.tsv", from: "en", to: "fr")
                } else {
                    _ = try OmegaTGlossary.read(next, name: "g", file: "g.txt", from: "en", to: "fr")
                }
            }
            #expect(error?.code == "table.limit" && error?.line == 2, "\(error as Any)")
            #expect(given * piece.count < 12 << 20)
        }
    }

    private func pieces(of bytes: [UInt8], size: Int) -> () -> [UInt8] {
        var rest = bytes[...]
        return {
            defer { rest = rest.dropFirst(size) }
            return Array(rest.prefix(size))
        }
    }
}
