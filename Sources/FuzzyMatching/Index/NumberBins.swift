internal import UnicodeText

/// Numbers in bins, those of a bin in the order they came: some in memory, and where there is a place for a file, all
/// before them in it.
///
/// What memory holds goes to the file as a run, in which it lies by bins. A bin is read run by run, and what was added
/// together stays together.
struct NumberBins<Number: FixedWidthInteger & BitwiseCopyable>: ~Copyable {
    /// `nil` where all stays in memory.
    private let place: ScratchPlace?
    private var file: ScratchFile?
    /// Numbers in the file.
    private var written = 0
    /// Of each run, where each bin begins that has anything, and where the last one ends.
    private var runs: [[Int]] = []

    private var bins: [[Number]] = []
    private var held = 0
    /// So many are held in memory at most, unless they are added together.
    private let limit: Int

    /// - Parameter place: For what memory does not hold; `nil` where it holds all.
    init(in place: ScratchPlace?) {
        self.place = place
        limit = place.map { $0.limit / MemoryLayout<Number>.size } ?? .max
    }

    /// Bins up to the last one that has anything.
    var count: Int { max(bins.count, runs.reduce(0) { max($0, $1.count - 1) }) }

    /// Number of the parts in which a bin is read.
    var parts: Int { runs.count + 1 }

    /// Adds numbers to a bin. O(their number).
    ///
    /// - Throws: `unwritable`; so what follows.
    mutating func append(_ numbers: [Number], to bin: Int) throws(FuzzyIndexError) {
        try makeRoom(numbers.count, bin)
        bins[bin].append(contentsOf: numbers)
    }

    mutating func append(_ number: Number, to bin: Int) throws(FuzzyIndexError) {
        try makeRoom(1, bin)
        bins[bin].append(number)
    }

    @inline(__always)
    private mutating func makeRoom(_ count: Int, _ bin: Int) throws(FuzzyIndexError) {
        if held + count > limit { try spill() }
        held += count
        while bins.count <= bin { bins.append([]) }
    }

    private mutating func spill() throws(FuzzyIndexError) {
        guard let place, held > 0 else { return }
        var starts: [Int] = []
        starts.reserveCapacity(bins.count + 1)
        var run: [Number] = []
        run.reserveCapacity(held)
        for bin in bins.indices {
            starts.append(written + run.count)
            run += bins[bin]
            // Memory and all: the next run may have its numbers in other bins.
            bins[bin] = []
        }
        starts.append(written + run.count)
        do throws(FileBytes.Failure) {
            if file == nil { file = try ScratchFile(beside: place.path) }
            try file?.write(run, at: written * MemoryLayout<Number>.size)
        } catch {
            throw FuzzyIndexError(.unwritable, path: place.path, system: error.system)
        }
        written += run.count
        runs.append(starts)
        held = 0
    }

    /// Replaces `numbers` by a part of a bin. O(their number).
    ///
    /// - Throws: `unreadable`.
    func read(_ part: Int, of bin: Int, into numbers: inout [Number]) throws(FuzzyIndexError) {
        guard part < runs.count else {
            numbers = bin < bins.count ? bins[bin] : []
            return
        }
        numbers = []
        let starts = runs[part]
        guard bin + 1 < starts.count else { return }
        do throws(FileBytes.Failure) {
            let offset = starts[bin] * MemoryLayout<Number>.size
            if let found: [Number] = try file?.read(starts[bin + 1] - starts[bin], at: offset) { numbers = found }
        } catch {
            throw FuzzyIndexError(.unreadable, path: place?.path ?? "", system: error.system)
        }
    }
}
