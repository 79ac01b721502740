import Testing
import UnicodeText

@testable import Terminology

@Suite struct FoldTableTests {
    @Test func whereICUIsNotAskedNothingFolds() {
        var folding: [UInt32] = []
        for value in FoldTable.Draft.caseless.joined() {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            if scalar.simpleFold != scalar { folding.append(scalar.value) }
        }
        #expect(folding == [])
    }
}
