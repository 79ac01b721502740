extension Store {
    /// Whether something derived was made of this memory at a revision that it still has.
    ///
    /// - Parameters:
    ///   - source: When the memory it was made of was created, in milliseconds.
    ///   - check: When its revision was made, in milliseconds; of no matter for revision 0.
    func isOrigin(source: Int64, revision: Int64, check: Int64, _ state: StoreState) throws -> Bool {
        guard source == state.created.milliseconds, revision <= state.revision else { return false }
        return try revision <= 0 || date(ofRevision: revision)?.milliseconds == check
    }
}
