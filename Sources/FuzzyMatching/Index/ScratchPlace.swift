/// Where what memory need not hold may lie while an index is made.
struct ScratchPlace {
    /// What scratch files lie beside.
    let path: String
    /// Bytes of one kind that memory holds at most.
    var limit = 1 << 21
}
