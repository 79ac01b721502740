import CZlib
import Interchange
import TestSupport
import Testing
import UnicodeText

@Suite struct GzipReaderTests {
    private func packed(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        guard dragoman_deflate_begin(&stream) == Z_OK else { return [] }
        defer { deflateEnd(&stream) }
        var (input, output) = (bytes, [UInt8](repeating: 0, count: bytes.count + 64))
        let count = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
                (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
                _ = deflate(&stream, Z_FINISH)
                return output.count - Int(stream.avail_out)
            }
        }
        return Array(output[..<count])
    }

    private func pieces(_ bytes: [UInt8], of size: Int = 1 << 16) throws -> [[UInt8]] {
        let reader = try GzipReader(XLIFF.source(bytes, pieces: size), file: "a.gz")
        var pieces: [[UInt8]] = []
        while case let piece = try reader.next(), !piece.isEmpty { pieces.append(piece) }
        return pieces
    }

    @Test(arguments: [1, 7, 1 << 16]) func unpacksPiecesOfAnySize(_ size: Int) throws {
        var random = SplitMix(seed: 3)
        let text = (0..<300_000).map { _ in UInt8.random(in: 0..<16, using: &random) }
        #expect(try pieces(packed(text), of: size).flatMap { $0 } == text)
    }

    /// Members of a byte each do not make pieces of a byte each, which would take a parser quadratic time.
    @Test func smallMembersAreHandedOnTogether() throws {
        let member = packed([0x61])
        let all = try pieces((0..<20_000).flatMap { _ in member } + [0, 0, 0])
        #expect(all.map(\.count) == [20_000])
    }

    @Test func everyTruncationAndDamageIsAnError() throws {
        let whole = packed(Array("One sentence, and another one, and a last one.".utf8))
        for count in 1..<whole.count {
            let error = #expect(throws: Diagnostic.self) { try pieces(Array(whole[..<count])) }
            #expect(error?.code == "gzip.truncated" && error?.file == "a.gz")
        }
        for place in whole.indices.dropFirst(10) {
            var bytes = whole
            bytes[place] ^= 0x55
            #expect(throws: Diagnostic.self) { try pieces(bytes) }
        }
    }

    @Test func whatGrowsBeyondMeasureIsRefused() throws {
        let member = packed([UInt8](repeating: 0x20, count: 8 << 20))
        let reader = try GzipReader(XLIFF.source((0..<12).flatMap { _ in member }), file: "a.gz")
        var count = 0
        let error = #expect(throws: Diagnostic.self) {
            while case let piece = try reader.next(), !piece.isEmpty { count += piece.count }
        }
        #expect(error?.code == "gzip.growth" && count <= 80 << 20)
    }
}
