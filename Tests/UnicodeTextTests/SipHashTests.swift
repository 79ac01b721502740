import TestSupport
import Testing
import UnicodeText

@Suite struct SipHashTests {
    @Test func partsMakeTheHashOfTheWhole() {
        var random = SplitMix(seed: 3)
        for count in 0..<70 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            for _ in 0..<8 {
                var hash = SipHash(seed: 5)
                var rest = bytes[...]
                while !rest.isEmpty {
                    let part = rest.prefix(Int.random(in: 0...11, using: &random))
                    part.withUnsafeBytes { hash.combine($0) }
                    rest = rest.dropFirst(part.count)
                }
                #expect(hash.finalize() == SipHash.hash(bytes, seed: 5))
            }
        }
    }

    /// Stored hashes must stay what they are: from an independent implementation of SipHash-1-3 with the key 0.
    @Test func hashesStayWhatTheyAre() {
        #expect(SipHash.hash([UInt8]()) == 0xd1fba762150c532c)
        #expect(SipHash.hash(Array("Dragoman".utf8)) == 0xf711012185e53af4)
        #expect(SipHash.hash(Array("The four countries will meet.".utf8)) == 0xcf9265e1b3479525)
    }
}
