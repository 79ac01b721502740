#if canImport(Glibc)
    internal import Glibc
#endif

/// Memory that was freed and that the C library keeps for later.
enum FreedMemory {
    /// Gives it back to the system where the C library can.
    static func giveBack() {
        #if canImport(Glibc)
            // glibc's manual, 3.2.3. Swift's module of glibc lacks it, so it is looked up.
            typealias Trim = @convention(c) (Int) -> Int32
            guard let trim = dlsym(nil, "malloc_trim") else { return }
            _ = unsafeBitCast(trim, to: Trim.self)(0)
        #endif
    }
}
