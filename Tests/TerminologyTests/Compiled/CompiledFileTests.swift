import TestSupport
import Testing
import UnicodeText

@testable import Terminology

@Suite struct CompiledFileTests {
    private let key = Array("what it was made of".utf8)

    private func file(_ sections: [[UInt8]]) -> CompiledFile { CompiledFile(key: key, sections: sections) }

    private func opened(_ bytes: [UInt8], key: [UInt8]? = nil) -> CompiledFile? {
        CompiledFile(content: bytes, key: key ?? self.key)
    }

    @Test func holdsItsSections() throws {
        let sections: [[UInt8]] = [[1, 2, 3], [], Array(0..<200)]
        let file = try #require(opened(file(sections).content))
        for (index, section) in sections.enumerated() { #expect(file.section(index).elementsEqual(section)) }
        #expect(file.section(3).isEmpty)
        #expect(file.column(2, of: UInt64.self)?.count == 25)
        #expect(file.column(0, of: UInt64.self) == nil)
        #expect(UInt(bitPattern: file.section(2).baseAddress) % 16 == 0)
    }

    @Test func isForOneKeyAlone() {
        let bytes = file([[1]]).content
        #expect(opened(bytes) != nil)
        for other in [[], Array(key.dropLast()), key + [0], Array("what it was made oF".utf8)] {
            #expect(opened(bytes, key: other) == nil)
        }
    }

    /// Whatever byte is another one, and wherever it is cut.
    @Test func isRefusedWhereDamaged() {
        let bytes = file([Array(0..<100), [7, 7, 7]]).content
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= 0x10
            #expect(opened(changed) == nil, "byte \(place)")
            #expect(opened(Array(bytes[..<place])) == nil, "cut at \(place)")
        }
        #expect(opened(bytes + [0]) == nil)
    }

    /// A head that leads anywhere, with a checksum that holds.
    @Test func standsAnyHead() {
        var random = SplitMix(seed: 3)
        let file = file([Array(0..<100), [7, 7, 7], []])
        for _ in 0..<2_000 {
            guard let damaged = CompiledSamples.damaged(file, key: key, &random) else { continue }
            let sum = (0..<4).reduce(0) { sum, index in damaged.section(index).reduce(sum) { $0 &+ Int($1) } }
            #expect(sum >= 0)
        }
    }
}
