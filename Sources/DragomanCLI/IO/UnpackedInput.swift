import Dragoman
import Interchange

/// Reads an input a piece at a time, unpacked where its first bytes are those of gzip.
final class UnpackedInput {
    private let raw: ChunkedInput
    private let packed: GzipReader?
    private var pending: [UInt8] = []
    /// The input's name, without `.gz` where it is packed.
    let name: String

    init(_ input: InputFile) throws {
        let raw = try ChunkedInput(input)
        self.raw = raw
        packed =
            GzipReader.isPacked(try raw.head(2)) ? try GzipReader({ try raw.next() }, file: input.path) : nil
        name = packed != nil && input.path.hasSuffix(".gz") ? String(input.path.dropLast(3)) : input.path
    }

    /// Size of the file as it lies there in bytes, 0 where it is not known.
    var size: Int { raw.size }
    /// How many of its bytes are read.
    var position: Int { raw.position }

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
