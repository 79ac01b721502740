#if canImport(Glibc)
    internal import Glibc
#endif

/// Memory that was freed and that the C library keeps for later (glibc's manual, 3.2.3).
package enum FreedMemory {
    /// Gives it back to the system where the C library can.
    package static func giveBack() {
        typealias Trim = @convention(c) (Int) -> Int32
        guard let trim = function("malloc_trim", as: Trim.self) else { return }
        _ = trim(0)
    }

    /// Lets blocks of 4 MB and more go back to the system when they are freed, where the C library can.
    ///
    /// By itself it keeps blocks of up to 32 MB once such have been freed, which is quicker for who needs them again and
    /// again; an import needs a few for a unit that is as large as that.
    package static func giveLargeBlocksBack() {
        typealias Option = @convention(c) (Int32, Int32) -> Int32
        guard let set = function("mallopt", as: Option.self) else { return }
        let (mapThreshold, trimThreshold, size): (Int32, Int32, Int32) = (-3, -1, 4 << 20)
        _ = set(mapThreshold, size)
        _ = set(trimThreshold, size)
    }

    /// A function of glibc that Swift's module of it lacks.
    private static func function<Function>(_ name: String, as type: Function.Type) -> Function? {
        #if canImport(Glibc)
            dlsym(nil, name).map { unsafeBitCast($0, to: type) }
        #else
            nil
        #endif
    }
}
