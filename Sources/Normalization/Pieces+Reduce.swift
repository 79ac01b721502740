internal import UnicodeText

extension Pieces {
    /// Does the work for each piece, and puts the results together in the order of the pieces, each on the core it was made
    /// on when those before it are there.
    static func reduce<Piece: Sendable, Result: Sendable, Total: Sendable>(
        _ pieces: [Piece], into total: Total, _ work: @escaping @Sendable (Piece) -> Result,
        combine: @escaping @Sendable (inout Total, Result) -> Void
    ) async -> Total? {
        let sum = OrderedSum<Total, Result>(total)
        await withTaskGroup(of: Void.self) { group in
            for (index, piece) in pieces.enumerated() { group.addTask { sum.add(work(piece), at: index, combine) } }
        }
        return sum.take()
    }
}
