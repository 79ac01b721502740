import Dragoman
import Glibc

/// Reads a file line by line in bounded memory.
struct LineReader {
    enum Line {
        case bytes([UInt8])
        /// A line longer than the limit; its bytes were passed over.
        case tooLong

        /// Length in bytes, 0 for one passed over.
        var count: Int {
            switch self {
            case .bytes(let bytes): bytes.count
            case .tooLong: 0
            }
        }
    }

    private let descriptor: Int32
    private let path: String
    private let owns: Bool
    private var buffer: [UInt8] = []
    private var start = 0
    private var atEnd = false
    /// Longest line taken, in bytes.
    static let limit = 16 * 1024 * 1024

    init(_ input: InputFile) throws(Diagnostic) {
        path = input.path
        if input.isStandardInput {
            descriptor = STDIN_FILENO
            owns = false
        } else {
            descriptor = open(input.path, O_RDONLY | O_CLOEXEC)
            owns = true
            guard descriptor >= 0 else { throw systemError(path, "cannot open") }
        }
    }

    func finish() {
        if owns { close(descriptor) }
    }

    /// The next line without its end, `nil` at the end of the input.
    mutating func next() throws(Diagnostic) -> Line? {
        var searched = start
        var skipping = false
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                let line = buffer[start..<end]
                start = end + 1
                return skipping ? .tooLong : .bytes(Self.withoutReturn(line))
            }
            if buffer.count - start > Self.limit {
                skipping = true
                start = buffer.count
            }
            if atEnd {
                guard start < buffer.count || skipping else { return nil }
                let line = buffer[start...]
                start = buffer.count
                return skipping ? .tooLong : .bytes(Self.withoutReturn(line))
            }
            searched = try fill()
        }
    }

    /// The next line if all of it has been read already, so that nobody is kept waiting.
    mutating func nextAtHand() -> Line? {
        guard let end = buffer[start...].firstIndex(of: 0x0A) else { return nil }
        let line = buffer[start..<end]
        start = end + 1
        return .bytes(Self.withoutReturn(line))
    }

    private static func withoutReturn(_ line: ArraySlice<UInt8>) -> [UInt8] {
        Array(line.last == 0x0D ? line.dropLast() : line)
    }

    /// Reads more; the place from which to look for a line's end.
    private mutating func fill() throws(Diagnostic) -> Int {
        if start > 0 {
            buffer.removeFirst(start)
            start = 0
        }
        let old = buffer.count
        let step = max(256 * 1024, old)
        buffer.append(contentsOf: repeatElement(0, count: step))
        while true {
            let got = buffer.withUnsafeMutableBytes { bytes in
                read(descriptor, bytes.baseAddress.map { $0 + old }, step)
            }
            if got < 0 {
                if errno == EINTR { continue }
                throw systemError(path, "cannot read")
            }
            buffer.removeLast(step - got)
            if got == 0 { atEnd = true }
            return old
        }
    }
}
