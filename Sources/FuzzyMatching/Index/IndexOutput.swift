internal import UnicodeText

#if canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// Takes the sections of an index one after another, in memory or in a file, so that no more than one must lie in memory
/// twice.
final class IndexOutput {
    private let path: String
    /// `nil` in memory.
    private var file: FileReplacement?
    private var memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    /// Bytes not yet in the file.
    private var pending: [UInt8] = []
    private static let pendingLimit = 1 << 18

    private var end = IndexHeader.size
    private var sections = [IndexHeader.Section](repeating: IndexHeader.Section(), count: IndexSection.allCases.count)
    private var checksum = SipHash()

    /// In memory.
    init() { path = "" }

    /// In a file that takes the place of one of that name.
    ///
    /// - Throws: `unwritable`.
    init(path: String) throws(FuzzyIndexError) {
        self.path = path
        do throws(FileBytes.Failure) {
            file = try FileReplacement(path)
        } catch {
            throw FuzzyIndexError(.unwritable, path: path, system: error.system)
        }
    }

    deinit { free(memory.baseAddress) }

    /// Writes a section whole.
    ///
    /// - Throws: `unwritable`; so what follows.
    func write<Element: FixedWidthInteger>(_ section: IndexSection, _ numbers: [Element]) throws(FuzzyIndexError) {
        begin(section)
        try append(numbers)
        try endSection(section)
    }

    /// Writes the numbers of a bin as a section.
    ///
    /// - Throws: `unwritable`, `unreadable`.
    func write<Element>(
        _ section: IndexSection, _ numbers: borrowing NumberBins<Element>
    ) throws(FuzzyIndexError) {
        begin(section)
        var part: [Element] = []
        for number in 0..<numbers.parts {
            try numbers.read(number, of: 0, into: &part)
            try append(part)
        }
        try endSection(section)
    }

    /// Begins a section that is written in parts.
    func begin(_ section: IndexSection) {
        sections[section.rawValue].offset = end
        checksum = SipHash()
    }

    func append<Element: FixedWidthInteger>(_ numbers: [Element]) throws(FuzzyIndexError) {
        try append(numbers[...])
    }

    func append<Element: FixedWidthInteger>(_ numbers: ArraySlice<Element>) throws(FuzzyIndexError) {
        numbers.withUnsafeBytes { checksum.combine($0) }
        try Self.withBytes(of: numbers, put)
    }

    /// Sections begin at multiples of eight.
    func endSection(_ section: IndexSection) throws(FuzzyIndexError) {
        sections[section.rawValue].length = end - sections[section.rawValue].offset
        sections[section.rawValue].checksum = checksum.finalize()
        let padding = [UInt8](repeating: 0, count: (8 - end % 8) % 8)
        try Self.withBytes(of: padding[...], put)
    }

    /// `withUnsafeBytes` for a body that says what it throws.
    private static func withBytes<Element>(
        of array: ArraySlice<Element>, _ body: (UnsafeRawBufferPointer) throws(FuzzyIndexError) -> Void
    ) throws(FuzzyIndexError) {
        try array.withUnsafeBytes { bytes in
            Result { () throws(FuzzyIndexError) in try body(bytes) }
        }.get()
    }

    private func put(_ bytes: UnsafeRawBufferPointer) throws(FuzzyIndexError) {
        guard file != nil else {
            grow(to: end + bytes.count)
            UnsafeMutableRawBufferPointer(rebasing: memory[end..<end + bytes.count]).copyMemory(from: bytes)
            return end += bytes.count
        }
        if pending.count + bytes.count > Self.pendingLimit { try flush() }
        if bytes.count > Self.pendingLimit {
            try write(bytes, at: end)
        } else {
            pending.append(contentsOf: bytes)
        }
        end += bytes.count
    }

    private func flush() throws(FuzzyIndexError) {
        let start = end - pending.count
        try Self.withBytes(of: pending[...]) { bytes throws(FuzzyIndexError) in try write(bytes, at: start) }
        pending.removeAll(keepingCapacity: true)
    }

    private func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FuzzyIndexError) {
        do throws(FileBytes.Failure) {
            try file?.write(bytes, at: offset)
        } catch {
            throw FuzzyIndexError(.unwritable, path: path, system: error.system)
        }
    }

    private func grow(to count: Int) {
        guard count > memory.count else { return }
        let wanted = max(count, memory.count + memory.count / 2, 1 << 12)
        guard let start = realloc(memory.baseAddress, wanted) else {
            fatalError("no memory for an index of \(wanted) bytes")
        }
        memory = UnsafeMutableRawBufferPointer(start: start, count: wanted)
    }

    /// Reads a section that was written. Nothing may be written meanwhile.
    ///
    /// - Parameter body: Gets its bytes, and what tells that those before a place are no longer needed.
    func read(
        _ section: IndexSection,
        _ body: (UnsafeRawBufferPointer, _ release: (Int) -> Void) throws(FuzzyIndexError) -> Void
    ) throws(FuzzyIndexError) {
        let place = sections[section.rawValue]
        let range = place.offset..<place.offset + place.length
        guard !range.isEmpty else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) { _ in } }
        guard file != nil else { return try body(UnsafeRawBufferPointer(rebasing: memory[range])) { _ in } }
        try flush()
        let bytes = try written()
        try body(UnsafeRawBufferPointer(rebasing: bytes.raw[range])) { bytes.release(before: place.offset + $0) }
    }

    /// What is in the file, mapped.
    private func written() throws(FuzzyIndexError) -> FileBytes {
        do throws(FileBytes.Failure) {
            if let bytes = try file?.written() { return bytes }
        } catch {
            throw FuzzyIndexError(.unreadable, path: path, system: error.system)
        }
        throw FuzzyIndexError(.unreadable, path: path)
    }

    /// The bytes of the index, when all sections are written.
    func finish(_ header: IndexHeader) throws(FuzzyIndexError) -> FileBytes {
        var header = header
        header.sections = sections
        header.fileLength = end
        guard file != nil else {
            grow(to: end)
            header.write(to: memory)
            defer { memory = UnsafeMutableRawBufferPointer(start: nil, count: 0) }
            return FileBytes(taking: UnsafeMutableRawBufferPointer(rebasing: memory[..<end]))
        }
        try flush()
        let head = [UInt64](unsafeUninitializedCapacity: IndexHeader.size / 8) { words, count in
            header.write(to: UnsafeMutableRawBufferPointer(words))
            count = IndexHeader.size / 8
        }
        try Self.withBytes(of: head[...]) { bytes throws(FuzzyIndexError) in try write(bytes, at: 0) }
        do throws(FileBytes.Failure) {
            try file.take()?.commit()
        } catch {
            throw FuzzyIndexError(.unwritable, path: path, system: error.system)
        }
        return try FileBytes.index(path)
    }
}
