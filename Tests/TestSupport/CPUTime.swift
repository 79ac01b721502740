#if canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The time this thread works for `body`: tests that run beside it do not count.
public func cpuTime(_ body: () throws -> Void) rethrows -> Duration {
    let start = now()
    try body()
    return now() - start
}

private func now() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
