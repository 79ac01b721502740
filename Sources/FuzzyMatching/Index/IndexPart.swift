/// What a section of an index holds.
enum IndexPart {
    case bytes([UInt8])
    case shorts([UInt16])
    case words([UInt32])
    case longs([UInt64])
    case identifiers([Int64])

    func withUnsafeBytes<T>(_ body: (UnsafeRawBufferPointer) -> T) -> T {
        switch self {
        case .bytes(let array): array.withUnsafeBytes(body)
        case .shorts(let array): array.withUnsafeBytes(body)
        case .words(let array): array.withUnsafeBytes(body)
        case .longs(let array): array.withUnsafeBytes(body)
        case .identifiers(let array): array.withUnsafeBytes(body)
        }
    }
}
