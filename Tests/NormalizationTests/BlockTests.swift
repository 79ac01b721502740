import Testing
import UnicodeText

@testable import Normalization

/// Blocks that stand in their source, and blocks with a text of their own.
@Suite struct BlockTests {
    private static let source: UTF8Text = "Headline\nThe story begins."

    @Test func aBlockInItsSourceIsEqualToOneByItself() {
        let range = 9..<Self.source.count
        let shared = Block(range, of: SharedText(Self.source))
        let own = Block(text: "The story begins.", extent: range, edits: EditMap(identity: range.count))
        #expect(shared == own)
        #expect(Set([shared, own]).count == 1)
        #expect(shared.text == own.text && Array(shared.bytes) == own.text.bytes && shared.edits == own.edits)
        #expect(shared.decodedRange(of: 4..<9) == 13..<18)
    }

    @Test func whatIsSetStays() {
        var block = Block(0..<8, of: SharedText(Self.source))
        block.date = "2023-10-20"
        block.dateReadings = ["2023-10-20", "2023-10-21"]
        block.evidence.append(Evidence("headline", 0))
        #expect(block.text == "Headline" && block.edits.isIdentity)
        #expect(block.date == "2023-10-20" && block.dateReadings.count == 2 && block.evidence.count == 1)
    }

    /// The way back is that of the old text until it is set, too.
    @Test func aNewTextKeepsTheWayBack() {
        var block = Block(0..<8, of: SharedText(Self.source))
        block.text = "Head"
        #expect(block.text == "Head" && Array(block.bytes) == Array("Head".utf8))
        #expect(block.edits == EditMap(identity: 8))
    }
}
