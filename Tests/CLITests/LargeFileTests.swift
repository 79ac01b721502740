import Foundation
import Testing

@testable import DragomanCLI

/// Large files are read on all cores.
@Suite struct LargeFileTests {
    /// A pattern whose length divides no stretch, so that one in another's place shows.
    private static func contents(_ count: Int) -> Data {
        let pattern = Data((0..<10_007).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) })
        var contents = Data(capacity: count + pattern.count)
        while contents.count < count { contents += pattern }
        return contents.prefix(count)
    }

    /// Sizes at the border, and ones whose last stretch is a byte or full.
    @Test(arguments: [(16 << 20) - 2, (16 << 20) - 1, 16 << 20, (18 << 20) - 1, 18 << 20, (18 << 20) + 1])
    func everyByteIsInItsPlace(size: Int) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("dragoman-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let contents = Self.contents(size)
        try contents.write(to: file)
        #expect(Data(try InputFile(path: file.path).read()) == contents)
    }
}
