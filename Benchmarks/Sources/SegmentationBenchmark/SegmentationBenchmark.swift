import Foundation
import Segmentation
import UnicodeText

/// Times `Segmenter` on files, and prints seconds of the clock, seconds of the processors, and the segments found.
///
/// Reading the files and the rules is not timed.
@main
struct SegmentationBenchmark {
    static func main() async throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 3, let threads = Int(arguments[1]), let language = LanguageTag(arguments[0]) else {
            print("Usage: SegmentationBenchmark LANGUAGE THREADS FILE...\nTHREADS 0: each text on all cores")
            exit(64)
        }
        arguments.removeFirst(2)
        let texts = try arguments.map { UTF8Text(unchecked: [UInt8](try Data(contentsOf: URL(filePath: $0)))) }
        let segmenter = Segmenter(language: language)
        // The first text of a language reads its data, and the first beyond ASCII a table of properties.
        _ = segmenter.segments(in: UTF8Text(unchecked: Array(texts[0].bytes.prefix(10_000)).prefix { $0 < 0x80 }))
        _ = segmenter.segments(in: "Zoé. Ça va.")
        let clock = ContinuousClock()
        let processor = processorSeconds()
        let start = clock.now
        let count = threads == 1 ? count(texts, segmenter) : await count(texts, segmenter, threads: threads)
        let seconds = (clock.now - start) / .seconds(1)
        print(seconds, processorSeconds() - processor, count)
    }

    private static func count(_ texts: [UTF8Text], _ segmenter: Segmenter) -> Int {
        texts.reduce(0) { $0 + segmenter.segments(in: $1).count }
    }

    /// The texts dealt out to so many tasks; with none, one text after the other, each on all cores.
    private static func count(_ texts: [UTF8Text], _ segmenter: Segmenter, threads: Int) async -> Int {
        if threads == 0 {
            var count = 0
            for text in texts { count += await segmenter.segmentsOnAllCores(in: text).count }
            return count
        }
        return await withTaskGroup(of: Int.self) { group in
            for first in 0..<threads {
                group.addTask {
                    stride(from: first, to: texts.count, by: threads)
                        .reduce(0) { $0 + segmenter.segments(in: texts[$1]).count }
                }
            }
            return await group.reduce(0, +)
        }
    }

    /// User and system seconds of the process.
    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
