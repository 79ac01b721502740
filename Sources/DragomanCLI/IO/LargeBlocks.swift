#if canImport(Glibc)
    internal import Glibc
#endif

/// Large blocks of memory that were freed.
enum LargeBlocks {
    /// Lets blocks of 4 MB and more go back to the system when they are freed, where the C library can.
    ///
    /// By itself it keeps blocks of up to 32 MB once such have been freed, which is quicker for who needs them again and
    /// again; an import needs a few for a unit that is as large as that.
    static func goBackWhenFreed() {
        #if canImport(Glibc)
            // glibc's manual, 3.2.3.5. Swift's module of glibc lacks it, so it is looked up.
            typealias Option = @convention(c) (Int32, Int32) -> Int32
            guard let option = dlsym(nil, "mallopt") else { return }
            let set = unsafeBitCast(option, to: Option.self)
            let (mapThreshold, trimThreshold, size): (Int32, Int32, Int32) = (-3, -1, 4 << 20)
            _ = set(mapThreshold, size)
            _ = set(trimThreshold, size)
        #endif
    }
}
