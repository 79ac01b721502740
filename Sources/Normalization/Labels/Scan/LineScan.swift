internal import UnicodeText

/// What is to be known of a line before its words are looked at, in memory that is used again for the next line.
struct LineScan: ~Copyable {
    private(set) var features = LineFeatures()
    /// Whether no step of the press profile can change it (`SettledLine`).
    private(set) var isSettled = false
    /// The case-folded text of a line with cases outside ASCII.
    private(set) var own: UTF8Text?
    /// The same for lines that are the same but for case, another by chance only.
    private(set) var hash: UInt64 = 0
    private var count = 0
    private var buffer: [UInt8] = []
    private var starts: [UInt64] = []

    init() {}

    init(_ text: BorrowedText) { scan(text) }

    /// Looks at a line whether it is settled or not.
    mutating func scan(_ text: BorrowedText) {
        if !scanASCII(text) { scanOther(text) }
    }

    /// Looks at a line, and no further than at what unsettles it.
    ///
    /// - Returns: whether it is settled.
    mutating func scanSettled(_ text: BorrowedText) -> Bool {
        if scanASCII(text) { return isSettled }
        guard SettledLine.holds(for: text) else { return false }
        scanOther(text)
        return true
    }

    private mutating func scanASCII(_ text: BorrowedText) -> Bool {
        own = nil
        count = text.count
        makeRoom()
        let found = buffer.withUnsafeMutableBytes { folded in
            starts.withUnsafeMutableBufferPointer { ASCIIScan(text.raw, folded: folded, starts: $0) }
        }
        guard let found else { return false }
        isSettled = found.isSettled
        hash = found.hash.value
        features = LineFeatures(text, found)
        return true
    }

    private mutating func scanOther(_ text: BorrowedText) {
        isSettled = false
        features = LineFeatures(other: text)
        if CaseMapping.hasOnlyASCIICase(text.bytes) {
            buffer.withUnsafeMutableBufferPointer { CaseMapping.foldASCII(text.bytes, into: $0) }
        } else {
            let text = text.copy
            own = (try? CaseMapping.fold(text)) ?? text
        }
        var starts = starts
        self.starts = []
        hash = withFolded {
            WordStarts.find(in: $0.raw, &starts)
            return KeyedHash.hash($0.raw)
        }
        self.starts = starts
    }

    private mutating func makeRoom() {
        // Eight bytes at a time are written.
        if buffer.count < count + 8 { buffer = [UInt8](repeating: 0, count: max(256, count * 2 + 8)) }
        if starts.count * 64 < count { starts = [UInt64](repeating: 0, count: buffer.count / 64 + 1) }
    }

    /// Lends the case-folded text for the length of a call.
    @inline(__always)
    func withFolded<Result>(_ body: (BorrowedText) -> Result) -> Result {
        if let own { return own.borrowed(body) }
        return buffer.withUnsafeBufferPointer { body(BorrowedText(UnsafeBufferPointer(rebasing: $0[..<count]))) }
    }

    /// Lends the case-folded text and a bit for each of its bytes where words start (`WordStarts`).
    @inline(__always)
    func withWords<Result>(_ body: (BorrowedText, UnsafeBufferPointer<UInt64>) -> Result) -> Result {
        starts.withUnsafeBufferPointer { starts in withFolded { body($0, starts) } }
    }
}
