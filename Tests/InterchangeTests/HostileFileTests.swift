import ByteXML
import Interchange
import TestSupport
import Testing
import TranslationMemory
import UnicodeText

/// Files made to do harm: each is read, or refused with its place and a reason, in little time; a memory that was to take it
/// is then as it was before.
@Suite struct HostileFileTests {
    @Test func tmx() throws { try check(HostileFormat.tmx) }
    @Test func xliff1() throws { try check(HostileFormat.xliff1) }
    @Test func xliff2() throws { try check(HostileFormat.xliff2) }
    @Test func tbx() throws { try check(HostileFormat.tbx) }
    @Test func po() throws { try check(HostileFormat.po) }
    @Test func tsv() throws { try check(HostileFormat.tsv) }
    @Test func csv() throws { try check(HostileFormat.csv) }

    /// What is cut off anywhere is an error with a place.
    @Test(arguments: [HostileFormat.tmx, .xliff1, .xliff2, .tbx])
    func cutFiles(_ format: HostileFormat) throws {
        let good = format.good
        #expect(try format.read(good) { _ in } == 1)
        for count in stride(from: 0, to: good.count - 1, by: 1_000) {
            let error = #expect(throws: Diagnostic.self, "\(format) cut at \(count)") {
                try format.read(Array(good[..<count])) { _ in }
            }
            #expect(error?.line != nil && error?.column != nil, "\(format) cut at \(count): \(error as Any)")
        }
    }

    private func check(_ format: HostileFormat) throws {
        let store = try SQLiteStore()
        let unit = TranslationUnit(
            sourceLanguage: "en",
            variants: [Variant(language: "en", segment: "Before"), Variant(language: "fr", segment: "Avant")])
        try store.write([unit], revision: RevisionInfo(action: "test"))
        let before = (try store.state(), try store.statistics())
        for file in format.files {
            var (units, failure) = (0, nil as Diagnostic?)
            let time = cpuTime {
                do {
                    _ = try store.write(
                        mode: .keep, termLinks: .whenPresent, revision: RevisionInfo(action: "test")
                    ) { add in
                        units = try format.read(file.bytes) { _ = try add(PreparedUnit($0)) }
                        // What was read well is taken back, for the next file.
                        throw Done()
                    }
                } catch let diagnostic as Diagnostic {
                    failure = diagnostic
                } catch is Done {} catch {
                    Issue.record("\(format), \(file): \(error)")
                }
            }
            // Ten times what the finished program needs.
            #expect(time < .seconds(10), "\(format), \(file) takes \(time)")
            switch file.outcome {
            case .read(let count):
                #expect(failure == nil && units == count, "\(format), \(file): \(units) units, \(failure as Any)")
            case .refused(let words, let line):
                guard let failure else {
                    Issue.record("\(format), \(file): \(units) units were read")
                    continue
                }
                #expect(
                    failure.severity == .error && failure.file == "hostile" && failure.line != nil
                        && failure.message.contains(words) && !failure.message.isEmpty,
                    "\(format), \(file): \(failure)")
                if let line { #expect(failure.line == line, "\(format), \(file): \(failure)") }
            }
        }
        #expect(try store.state() == before.0)
        #expect(try store.statistics() == before.1)
        var problems: [String] = []
        try store.verify { problems.append($0) }
        #expect(problems == [])
    }

    private struct Done: Error {}
}
