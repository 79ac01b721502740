import Foundation
import TestSupport
import Testing
import UnicodeText

@testable import FuzzyMatching

@Suite struct FuzzyIndexFileTests {
    private static func made(_ count: Int = 200, wide: Bool = false) throws -> (FuzzyIndex, [UTF8Text]) {
        var random = SplitMix(seed: 31)
        let segments = FuzzyIndexTests.segments(count, &random)
        var builder = FuzzyIndexBuilder(language: "en-GB")
        for (id, text) in segments { try builder.add(wide ? -id : id, text) }
        #expect(builder.count == count)
        let index = try builder.finish(stamp: FuzzyIndexStamp(source: -4, revision: 17, check: .max))
        return (index, segments.map(\.1) + FuzzyIndexTests.segments(20, &random).map(\.1))
    }

    private static func withFile(_ body: (String) throws -> Void) throws {
        let path = NSTemporaryDirectory() + "dragoman-\(UUID().uuidString).fuzzy"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    @Test(arguments: [false, true]) func whatIsWrittenIsWhatIsRead(wide: Bool) throws {
        try Self.withFile { path in
            let (made, queries) = try Self.made(wide: wide)
            try made.write(to: path)
            let read = try FuzzyIndex(path: path)
            #expect(read.count == 200)
            #expect(read.language == "en-GB")
            #expect(read.stamp == FuzzyIndexStamp(source: -4, revision: 17, check: .max))
            #expect(read.size == made.size)
            try read.verify()
            for query in queries {
                #expect(try read.matches(for: query, minimum: 50) == made.matches(for: query, minimum: 50))
            }
            // A second one takes its place; who has the first keeps it.
            try FuzzyIndex(language: "fr", segments: [(9, "Merci")]).write(to: path)
            #expect(try FuzzyIndex(path: path).matches(for: "merci", minimum: 70).map(\.id) == [9])
            #expect(try read.matches(for: queries[3], minimum: 50) == made.matches(for: queries[3], minimum: 50))
        }
    }

    @Test(arguments: [0, 1, 120, 3000]) func laidOutInAFileItIsTheSame(count: Int) throws {
        try Self.withFile { path in
            var random = SplitMix(seed: UInt64(count))
            let segments = FuzzyIndexTests.segments(count, &random)
            var inMemory = FuzzyIndexBuilder(language: "en")
            var inFile = FuzzyIndexBuilder(language: "en")
            for (id, text) in segments {
                try inMemory.add(id, text)
                try inFile.add(id, text)
            }
            let stamp = FuzzyIndexStamp(source: 1, revision: 2, check: 3)
            let made = try inMemory.finish(stamp: stamp)
            let laid = try inFile.finish(stamp: stamp, at: path)
            #expect(laid.stamp == stamp && laid.count == count && laid.size == made.size)
            try laid.verify()
            try made.verify()
            for (_, query) in FuzzyIndexTests.segments(20, &random) + segments.suffix(5) {
                #expect(try laid.matches(for: query, minimum: 40) == made.matches(for: query, minimum: 40))
            }
            let folder = URL(fileURLWithPath: path)
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.deletingLastPathComponent().path)
            #expect(left.filter { $0.hasPrefix(folder.lastPathComponent) } == [folder.lastPathComponent])
            #expect(throws: FuzzyIndexError(.unwritable, path: "\(path)/x", system: ENOTDIR)) {
                try FuzzyIndexBuilder(language: "en").finish(at: "\(path)/x")
            }
        }
    }

    /// What goes through scratch files comes out as what stays in memory, byte for byte but for the seed of the hashes.
    @Test(arguments: [64, 3_000, 40_000], [false, true])
    func throughScratchFilesItIsTheSame(limit: Int, wide: Bool) throws {
        try Self.withFile { path in
            var random = SplitMix(seed: UInt64(limit))
            var inMemory = FuzzyIndexBuilder(language: "en")
            var scratched = FuzzyIndexBuilder(language: "en", in: ScratchPlace(path: path, limit: limit))
            let segments = FuzzyIndexTests.segments(limit > 1_000 ? 9_000 : 300, &random)
            for (id, base) in segments {
                let text = id % 3 == 0 ? UTF8Text("\(base) u\(id)") : base
                try inMemory.add(wide ? -id : id, text)
                try scratched.add(wide ? -id : id, text)
            }
            let made = try inMemory.finish()
            let laid = try scratched.finish(at: path)
            try laid.verify()
            for section in IndexSection.allCases where section != .keySlots {
                let (one, other) = (made.header.sections[section.rawValue], laid.header.sections[section.rawValue])
                #expect(one.offset == other.offset && one.length == other.length)
                let range = one.offset..<one.offset + one.length
                #expect(made.bytes.raw[range].elementsEqual(laid.bytes.raw[range]), "\(section)")
            }
            let folder = URL(fileURLWithPath: path)
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.deletingLastPathComponent().path)
            #expect(left.filter { $0.hasPrefix(folder.lastPathComponent) } == [folder.lastPathComponent])
        }
    }

    @Test func textsComeBackByteForByte() throws {
        let texts: [UTF8Text] = [
            "", " ", "  a", "a ", " a  b\t\nc ", "...", " . ", "Don't “quote” it…", "e\u{301}\u{200B}x", "中国 2023年",
            "www.a.b/c?d=1, x@y.z", "\u{0}\u{1F600}\u{1F1EB}\u{1F1F7}", "1 1 1 a a", "\u{202F}!\u{A0}»",
        ]
        let index = try FuzzyIndex(language: "en", segments: texts.enumerated().map { (Int64($0.offset), $0.element) })
        for record in texts.indices { #expect(try index.text(record) == texts[Int(index.id(record))]) }
        for (id, text) in texts.enumerated() {
            #expect(try index.matches(for: text, minimum: 100).map(\.id) == [Int64(id)])
        }
    }

    @Test func filesThatAreNoIndex() throws {
        try Self.withFile { path in
            #expect(throws: FuzzyIndexError(.missing, path: path, system: ENOENT)) { try FuzzyIndex(path: path) }
            for bytes in [Data(), Data("DGMNFZX1".utf8), Data(repeating: 7, count: 5000)] {
                try bytes.write(to: URL(fileURLWithPath: path))
                #expect(throws: FuzzyIndexError(.notAnIndex, path: path)) { try FuzzyIndex(path: path) }
            }
            #expect(throws: FuzzyIndexError(.notAnIndex, path: "/dev/null")) { try FuzzyIndex(path: "/dev/null") }
            let folder = path + "/none/x"
            let (made, _) = try Self.made()
            #expect(throws: FuzzyIndexError.self) { try made.write(to: folder) }
        }
    }

    /// Wherever the file is cut or changed, there is an error or an answer, and the checksums see it.
    @Test func damagedFiles() throws {
        try Self.withFile { path in
            let (made, queries) = try Self.made(120)
            try made.write(to: path)
            let sound = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            var random = SplitMix(seed: 5)
            for round in 0..<300 {
                var bytes = sound
                if round % 10 == 0 {
                    bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
                } else {
                    for _ in 0..<(round % 3 + 1) {
                        let place = Int.random(in: 0..<bytes.count, using: &random)
                        bytes[place] =
                            [0xFF, 0, bytes[place] ^ 0x80, UInt8.random(in: 0...255, using: &random)][round % 4]
                    }
                }
                try Data(bytes).write(to: URL(fileURLWithPath: path))
                do {
                    let index = try FuzzyIndex(path: path)
                    for query in queries.suffix(25) {
                        for minimum in [30, 70] { _ = try? index.matches(for: query, minimum: minimum) }
                    }
                    if bytes != sound {
                        // Padding between sections is no part of the index.
                        let isWhole = (try? index.verify()) != nil
                        let same = try queries.suffix(5).allSatisfy {
                            try index.matches(for: $0, minimum: 60) == made.matches(for: $0, minimum: 60)
                        }
                        #expect(!isWhole || same)
                    }
                } catch let error as FuzzyIndexError {
                    #expect([.damaged, .notAnIndex, .outdated].contains(error.kind))
                }
            }
        }
    }

    @Test func severalSearchAtOnce() async throws {
        let (index, queries) = try Self.made()
        let expected = try queries.map { try index.matches(for: $0, minimum: 60) }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try queries.indices.allSatisfy { try index.matches(for: queries[$0], minimum: 60) == expected[$0] }
                }
            }
            for try await isSame in group { #expect(isSame) }
        }
    }
}
