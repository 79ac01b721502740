import Dragoman
import Glibc

/// Reading a TMX file without storing it: InterchangeBenchmark FILE.tmx [ROUNDS]
///
/// Every unit is built with its texts, attributes and codes, and dropped. Prints units, bytes and the best round in seconds
/// of this thread's CPU, since other programs may run beside.
@main
struct InterchangeBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 2 else {
            print("usage: InterchangeBenchmark FILE.tmx [ROUNDS]")
            exit(64)
        }
        var best = Double.infinity
        var (units, bytes) = (0, 0)
        for _ in 0..<(arguments.count > 2 ? max(1, Int(arguments[2]) ?? 1) : 1) {
            let descriptor = open(arguments[1], O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else {
                print("cannot open \(arguments[1])")
                exit(66)
            }
            defer { close(descriptor) }
            (units, bytes) = (0, 0)
            let start = seconds()
            try TMXReader(file: arguments[1]).read({
                let piece = [UInt8](unsafeUninitializedCapacity: 128 * 1024) { buffer, count in
                    count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
                }
                bytes += piece.count
                return piece
            }) { _ in units += 1 }
            best = min(best, seconds() - start)
        }
        print("\(units) \(bytes) \(best)")
    }

    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
