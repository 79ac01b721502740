#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Natural logarithms, of the C library: Swift's own has none.
enum Logarithm {
    static func natural(_ value: Double) -> Double { log(value) }
    static func ofOnePlus(_ value: Double) -> Double { log1p(value) }
}
