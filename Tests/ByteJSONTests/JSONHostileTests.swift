import ByteJSON
import TestSupport
import Testing
import UnicodeText

@Suite struct JSONHostileTests {
    @Test(arguments: HostileFile.json)
    func isReadOrRefusedWithItsPlace(_ file: HostileFile) throws {
        var (value, failure) = (nil as JSONValue?, nil as JSONError?)
        let time = cpuTime {
            do throws(JSONError) { value = try JSONReader.parse(file.bytes, values: 500_000) } catch { failure = error }
        }
        #expect(time < .seconds(10), "\(file)")
        switch file.outcome {
        case .read: #expect(failure == nil && value != nil, "\(file): \(failure as Any)")
        case .refused(let words, _):
            #expect(failure?.message.contains(words) ?? false, "\(file): \(failure as Any)")
            #expect(0...file.bytes.count ~= failure?.offset ?? -1, "\(file): \(failure as Any)")
        }
    }

    /// Cut anywhere it is refused, at or before its end.
    @Test func whatIsCutOffIsRefused() throws {
        let whole = Array(
            #"{"id":1e5,"a":[true,false,null,-0.5,{"é":"中\ud83d\ude00\n"}],"text":"The minister said “no”.","to":["fr"]}"#
                .utf8)
        _ = try JSONReader.parse(whole)
        for count in 0..<whole.count {
            let error = #expect(throws: JSONError.self, "cut at \(count)") {
                try JSONReader.parse(Array(whole[..<count]))
            }
            #expect(error.map { $0.offset <= count } ?? false, "cut at \(count): \(error as Any)")
        }
    }
}
