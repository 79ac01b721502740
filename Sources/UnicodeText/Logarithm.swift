#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// Logarithms, of the C library: Swift's own has none.
public enum Logarithm {
    public static func natural(_ value: Double) -> Double { log(value) }
    public static func base2(_ value: Double) -> Double { log2(value) }
    public static func ofOnePlus(_ value: Double) -> Double { log1p(value) }
}
