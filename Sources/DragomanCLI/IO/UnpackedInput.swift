import Dragoman

/// Reads an input a piece at a time, unpacked where its first bytes are those of gzip.
final class UnpackedInput {
    private let raw: ChunkedInput
    private let packed: GzipInput?
    private var pending: [UInt8] = []
    /// The input's name, without `.gz` where it is packed.
    let name: String

    init(_ input: InputFile) throws {
        let raw = try ChunkedInput(input)
        self.raw = raw
        packed =
            GzipInput.isPacked(try raw.head(2)) ? try GzipInput({ try raw.next() }, path: input.path) : nil
        name = packed != nil && input.path.hasSuffix(".gz") ? String(input.path.dropLast(3)) : input.path
    }

    /// How much of the input is read, in percent; `nil` where its size is not known.
    var share: Int? { raw.size > 0 ? raw.position * 100 / raw.size : nil }

    /// The first bytes, which `next` gives again.
    func head(_ count: Int) throws -> [UInt8] {
        guard let packed else { return try raw.head(count) }
        while pending.count < count {
            let piece = try packed.next()
            if piece.isEmpty { break }
            pending += piece
        }
        return Array(pending.prefix(count))
    }

    /// The next piece, empty at the end.
    func next() throws -> [UInt8] {
        guard let packed else { return try raw.next() }
        if pending.isEmpty { return try packed.next() }
        defer { pending = [] }
        return pending
    }
}
