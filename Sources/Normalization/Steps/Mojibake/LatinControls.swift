/// C1 controls, which nobody writes: bytes of windows-1252 that were read as ISO 8859-1. Undefined ones go.
enum LatinControls {
    static func found(in segment: MojibakeSegment) -> [MisreadSequence]? {
        var result: [MisreadSequence] = []
        for (index, scalar) in segment.scalars.enumerated() where 0x80...0x9F ~= scalar {
            let meant = SingleByteEncoding.windows1252.scalar(for: UInt8(scalar)).map { $0.value } ?? scalar
            result.append(
                MisreadSequence(range: index..<index + 1, meant: meant > 0x9F ? meant : MisreadSequence.nothing))
        }
        return result.isEmpty ? nil : result
    }
}
