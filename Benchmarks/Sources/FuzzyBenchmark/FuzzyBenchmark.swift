import FuzzyMatching
import Glibc
import UnicodeText

/// The fuzzy index on a list of segments: FuzzyBenchmark SEGMENTS.tsv QUERIES.tsv [MINIMUM [LANGUAGE [MATCHES.tsv]]]
///
/// The first column of each file is used. Prints what building costs in seconds of all processors together and by the
/// clock, what opening does by the clock, and 1 query at a time in seconds of this thread's CPU, since other programs may
/// run beside; MATCHES.tsv gets query, segment (lines from 0) and percent.
@main
struct FuzzyBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else {
            print("usage: FuzzyBenchmark SEGMENTS.tsv QUERIES.tsv [MINIMUM [LANGUAGE [MATCHES.tsv]]]")
            exit(64)
        }
        let segments = try column(of: arguments[1])
        let queries = try column(of: arguments[2])
        let minimum = arguments.count > 3 ? Int(arguments[3]) ?? 70 : 70
        let language = LanguageTag(arguments.count > 4 ? arguments[4] : "en") ?? .english
        let clock = seconds(CLOCK_MONOTONIC)
        var start = seconds(CLOCK_PROCESS_CPUTIME_ID)
        let made = try FuzzyIndex(
            language: language, segments: segments.enumerated().map { (Int64($0.offset), $0.element) })
        let building = seconds(CLOCK_PROCESS_CPUTIME_ID) - start
        let waiting = seconds(CLOCK_MONOTONIC) - clock
        let path = arguments[1] + ".index"
        try made.write(to: path)
        start = seconds(CLOCK_MONOTONIC)
        let index = try FuzzyIndex(path: path)
        let opening = seconds(CLOCK_MONOTONIC) - start
        print(
            "segments \(segments.count), build \(rounded(building)) s, \(Int(Double(segments.count) / building)) a second,",
            "by the clock \(rounded(waiting)) s, \(Int(Double(segments.count) / waiting)) a second;",
            "\(rounded(Double(index.size) / Double(segments.count))) bytes a segment; open \(rounded(opening * 1000)) ms"
        )
        // The first round reads the file's pages.
        for query in queries { _ = try index.matches(for: query, minimum: minimum) }
        var times: [Double] = []
        var answers: [[FuzzyMatch]] = []
        for query in queries {
            let start = seconds()
            answers.append(try index.matches(for: query, minimum: minimum))
            times.append(seconds() - start)
        }
        unlink(path)
        let sorted = times.sorted()
        let total = times.reduce(0, +)
        func at(_ share: Double) -> String { rounded(sorted[Int(Double(sorted.count) * share)] * 1000) }
        print(
            "minimum \(minimum): median \(at(0.5)) ms, mean \(rounded(total / Double(times.count) * 1000)), p95 \(at(0.95)),",
            "p99 \(at(0.99)), \(Int(Double(times.count) / total)) queries a second;",
            "\(answers.count { !$0.isEmpty }) queries have a match, \(answers.reduce(0) { $0 + $1.count }) matches")
        guard arguments.count > 5, let file = fopen(arguments[5], "w") else { return }
        defer { fclose(file) }
        for (query, matches) in answers.enumerated() {
            for match in matches { fputs("\(query)\t\(match.id)\t\(match.score)\n", file) }
        }
    }

    private static func column(of path: String) throws -> [UTF8Text] {
        guard let file = fopen(path, "rb") else { throw FuzzyIndexError(.unreadable, path: path, system: errno) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return bytes.split(separator: 0x0A).map { line in
            UTF8Text(unchecked: Array(line.prefix { $0 != 0x09 }))
        }
    }

    private static func seconds(_ clock: clockid_t = CLOCK_THREAD_CPUTIME_ID) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    private static func rounded(_ value: Double) -> String {
        let scaled = (value * 10_000).rounded() / 10_000
        return "\(scaled)"
    }
}
