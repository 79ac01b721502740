import ByteXML
import Dragoman
import TranslationMemory
import UnicodeText

@testable import Interchange

extension FuzzTarget {
    /// Files as they come in: packed, in pieces, of a format that is told by their content.
    static let files = [
        FuzzTarget("gzip") { bytes in
            var input = Input(bytes)
            let (size, other) = (input.choose([1, 2, 7, 64]), input.choose([3, 1, 4096]))
            let (once, twice) = (unpacked(input.bytes, size), unpacked(input.bytes, other))
            require(once == twice, "pieces of \(size) give \(once), of \(other) \(twice)")
        },
        FuzzTarget("tmx-faithful") { bytes in
            guard let (header, units) = try? read(faithful: bytes) else { return }
            let once = write(header, units)
            do {
                let second = try read(faithful: once)
                // What the reader passed over is gone; what it took is what was written.
                require(second.units == units && second.header == header, String(decoding: once, as: UTF8.self))
                require(write(second.header, second.units) == once, String(decoding: once, as: UTF8.self))
            } catch { fatalError("\(error): \(String(decoding: once, as: UTF8.self))") }
        },
        FuzzTarget("tmx-plain") { bytes in
            let whole = reading(bytes, size: 1 << 20, plain: false)
            let pieces = reading(bytes, size: [1, 7, 64, 1 << 20][bytes.count % 4], plain: true)
            require(whole == pieces, "\(whole) \(pieces)")
        },
        FuzzTarget("table-pieces") { bytes in
            var input = Input(bytes)
            let separator = input.choose(TableSeparator.allCases)
            let sizes = [input.choose([1, 2, 3, 5, 8]), input.choose([1, 4, 9])]
            var limits = XMLLimits()
            limits.text = input.choose([4, 30, 10_000])
            limits.unit = 2 * limits.text
            let text = input.text.bytes
            let whole = rows(of: text, [text.count], separator, limits)
            let pieces = rows(of: text, sizes, separator, limits)
            // A row may be refused for its length before its other faults are seen.
            if whole.failure?.code != pieces.failure?.code {
                require(
                    whole.failure != nil && pieces.failure?.code == "table.limit",
                    "\(whole.failure as Any) and \(pieces.failure as Any)")
            }
            require(whole.rows == pieces.rows, "\(whole.rows) and \(pieces.rows)")
        },
        FuzzTarget("bilingual") { bytes in
            let format = FileFormat.detect(Array(bytes.prefix(4096)), name: "f")
            try? BilingualReader(file: "f", source: "en", target: nil).read(
                WholeFile.source(bytes), format: format, report: { _ in }
            ) { unit in
                for variant in [unit.source, unit.target] {
                    require(UTF8Validation.firstError(in: variant.segment.text.bytes) == nil, "\(unit)")
                }
            }
        },
    ]

    /// What becomes of a packed file, and whether it was refused.
    private static func unpacked(_ bytes: [UInt8], _ size: Int) -> Unpacked {
        var rest = bytes[...]
        var result = Unpacked()
        do {
            let reader = try GzipReader(
                {
                    defer { rest = rest.dropFirst(size) }
                    return Array(rest.prefix(size))
                }, file: nil)
            while case let piece = try reader.next(), !piece.isEmpty { result.bytes += piece }
        } catch {
            result.isRefused = true
            // How much is given before the fault is seen is nobody's business.
            result.bytes = []
        }
        return result
    }

    private struct Unpacked: Equatable {
        var bytes: [UInt8] = []
        var isRefused = false
    }

    /// Units and messages, the error last, of a file that comes in pieces.
    private static func reading(_ bytes: [UInt8], size: Int, plain: Bool) -> [String] {
        var reader = TMXReader(file: nil)
        reader.takesPlainElements = plain
        var found: [String] = []
        var rest = bytes[...]
        do {
            try reader.read(
                {
                    let piece = rest.prefix(size)
                    rest = rest.dropFirst(size)
                    return Array(piece)
                }, report: { found.append("\($0)") }, header: { found.append("\($0)") },
                unit: { found.append("\($0)") })
        } catch { found.append("\(error)") }
        return found
    }

    private static func read(faithful bytes: [UInt8]) throws -> (header: TMXHeader, units: [TranslationUnit]) {
        var header = TMXHeader(version: "")
        var units: [TranslationUnit] = []
        try TMXReader(file: nil).read(WholeFile.source(bytes), header: { header = $0 }) { units.append($0) }
        return (header, units)
    }

    private static func write(_ header: TMXHeader, _ units: [TranslationUnit]) -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            var writer = try TMXFaithfulWriter(header: header) { bytes += $0 }
            for unit in units { try writer.write(unit) }
            try writer.finish()
        } catch { fatalError("\(error)") }
        return bytes
    }

    private static func rows(
        of text: [UInt8], _ sizes: [Int], _ separator: TableSeparator, _ limits: XMLLimits
    ) -> (rows: [[UTF8Text]], failure: Diagnostic?) {
        var rows: [[UTF8Text]] = []
        var parser = TableParser([], isLast: text.isEmpty, separator: separator, limits: limits, file: nil)
        do throws(Diagnostic) {
            var (offset, number) = (0, 0)
            while true {
                while let row = try parser.next() {
                    require(row.range.upperBound <= text.count, "\(row)")
                    rows.append(row.cells)
                }
                guard offset < text.count else { return (rows, nil) }
                let end = min(text.count, offset + sizes[number % sizes.count])
                parser.append(Array(text[offset..<end]), isLast: end == text.count)
                (offset, number) = (end, number + 1)
            }
        } catch { return (rows, error) }
    }
}
