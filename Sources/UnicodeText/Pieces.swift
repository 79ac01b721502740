/// Parts of a long piece of work on all cores.
package enum Pieces {
    /// Does the work for each piece, and gives the results in the order of the pieces.
    package static func results<Piece: Sendable, Result: Sendable>(
        of pieces: [Piece], _ work: @escaping @Sendable (Piece) -> Result
    ) async -> [Result] {
        await withTaskGroup(of: (index: Int, result: Result).self) { group in
            for (index, piece) in pieces.enumerated() { group.addTask { (index, work(piece)) } }
            var results = [Result?](repeating: nil, count: pieces.count)
            for await done in group { results[done.index] = done.result }
            return results.compactMap { $0 }
        }
    }
}
