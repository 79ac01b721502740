import Testing
import UnicodeText

@Suite struct ByteSearchTests {
    /// Every place of a byte in words and between them, beside bytes that differ by one bit.
    @Test func findsAByteWhereverItStands() {
        for count in 1...20 {
            for place in 0..<count {
                for other in [0x27, 0x25, 0xA6, 0x00, 0xFF] as [UInt8] {
                    var bytes = [UInt8](repeating: other, count: count)
                    #expect(!holds(0x26, in: bytes))
                    bytes[place] = 0x26
                    #expect(holds(0x26, in: bytes))
                }
            }
        }
    }
}
