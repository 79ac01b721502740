import Testing
import UnicodeText

/// The wrapper of ICU's regular expressions: regions, looks beyond them, and the bounds of a match.
@Suite struct ICURegexTests {
    private static func find(_ pattern: String, _ text: String, _ from: Int, _ limit: Int) throws -> Range<Int>? {
        let regex = try ICURegex(Array(pattern.utf16))
        return try Array(text.utf16).withUnsafeBufferPointer { text in
            regex.setText(text)
            return try regex.find(from: from, limit: limit)
        }
    }

    @Test func findsWithinARegion() throws {
        #expect(try Self.find("a+", "xaaax", 0, 5) == 1..<4)
        #expect(try Self.find("a+", "xaaax", 2, 3) == 2..<3)
        #expect(try Self.find("a+", "xaaax", 4, 5) == nil)
        #expect(try Self.find("😀", "a😀b", 0, 4) == 1..<3)
    }

    /// The ends of a region are not the ends of the text.
    @Test func looksBeyondTheRegion() throws {
        #expect(try Self.find("(?<=x)a", "xaa", 1, 2) == 1..<2)
        #expect(try Self.find("a(?=a)", "xaa", 1, 2) == 1..<2)
        #expect(try Self.find("^a", "xaa", 1, 3) == nil)
        #expect(try Self.find("a$", "xaa", 1, 2) == nil)
        #expect(try Self.find(#"\ba"#, "xaa", 1, 3) == nil)
    }

    @Test func matchesAtAPlace() throws {
        let regex = try ICURegex(Array("a|ab".utf16))
        let ends = try Array("xab".utf16).withUnsafeBufferPointer { text in
            regex.setText(text)
            return [try regex.match(at: 1, limit: 3), try regex.match(at: 0, limit: 3)]
        }
        #expect(ends == [2, nil])
        #expect(try regex.matches(Array("ab".utf16)))
        #expect(try !regex.matches(Array("abc".utf16)))
        #expect(try !regex.matches([]))
        #expect(try ICURegex(Array("ÄB".utf16), isCaseless: true).matches(Array("äb".utf16)))
    }

    @Test func wrongPatternsNameTheirPlace() {
        for (pattern, name, offset) in [
            ("a(b", "U_REGEX_MISMATCHED_PAREN", 3), (#"\y"#, "U_REGEX_BAD_ESCAPE_SEQUENCE", 2),
            ("[b", "U_REGEX_MISSING_CLOSE_BRACKET", 2),
        ] {
            do {
                _ = try ICURegex(Array(pattern.utf16))
                Issue.record("\(pattern) was taken")
            } catch {
                #expect(error.name == name)
                #expect(error.offset == offset)
            }
        }
    }

    @Test func aMatchHasBounds() throws {
        let text = String(repeating: "a", count: 40)
        #expect(throws: ICURegex.MatchError.self) { try Self.find("(a+)+x", text, 0, 40) }
        let long = String(repeating: "ab", count: 2_000_000)
        #expect(throws: ICURegex.MatchError.self) { try Self.find("(a|b)*x", long, 0, 4_000_000) }
    }
}
