#if canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

extension UnsafeRawBufferPointer {
    /// Whether another buffer has the same bytes. `elementsEqual` takes them one by one.
    @inline(__always)
    func hasBytes(of other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        guard let one = baseAddress, let two = other.baseAddress else { return true }
        return memcmp(one, two, count) == 0
    }
}
