import Testing

@testable import Normalization

@Suite struct FilledInPlaceTests {
    /// Pieces that leave some of their room empty, the first, the last and whole ones among them.
    @Test(arguments: [1, 2, 3, 7, 100]) func gapsClose(_ size: Int) {
        for modulus in [1, 2, 3, 5, 40] {
            let wanted = (0..<40).filter { $0 % modulus == modulus - 1 }
            let (elements, found) = [String].filledInPlace(count: 40, size: size) { range, room in
                let kept = range.filter { $0 % modulus == modulus - 1 }
                for (place, number) in kept.enumerated() { room.initializeElement(at: place, to: "number \(number)") }
                return (kept.count, range.lowerBound)
            }
            #expect(elements == wanted.map { "number \($0)" })
            #expect(found == Array(stride(from: 0, to: 40, by: size)))
        }
    }

    @Test func nothing() {
        let (elements, found) = [String].filledInPlace(count: 0, size: 8) { _, _ in (0, 1) }
        #expect(elements.isEmpty && found.isEmpty)
    }
}
