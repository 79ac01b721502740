public import ByteXML
public import TranslationMemory
public import UnicodeText

/// Writes units as parallel texts, a line each, codes left out.
public struct MosesWriter {
    private let languages: [LanguageTag]
    private let sinks: [ByteSink]
    private var buffers: [[UInt8]]
    /// Lines written.
    public private(set) var count = 0
    /// Units without a text in one of the languages.
    public private(set) var leftOut = 0

    public init(source: LanguageTag, target: LanguageTag, to sinks: (source: ByteSink, target: ByteSink)) {
        languages = [source, target]
        self.sinks = [sinks.source, sinks.target]
        buffers = [[], []]
    }

    /// Writes a unit's first variants. A line break or another control character in them becomes a blank.
    public mutating func write(_ unit: TranslationUnit) throws {
        let texts = languages.map { language in
            let text = unit.variants(in: language).first?.segment.text ?? UTF8Text()
            return UTF8Text(unchecked: text.bytes.map { $0 < 0x20 ? 0x20 : $0 }).trimmed
        }
        guard texts.allSatisfy({ !$0.isEmpty }) else {
            leftOut += 1
            return
        }
        count += 1
        for (index, text) in texts.enumerated() {
            buffers[index] += text.bytes
            buffers[index].append(0x0A)
        }
        if buffers[0].count + buffers[1].count >= 128 * 1024 { try finish() }
    }

    /// Hands on what is not written yet.
    public mutating func finish() throws {
        for index in buffers.indices {
            try buffers[index].withUnsafeBufferPointer(sinks[index])
            buffers[index].removeAll(keepingCapacity: true)
        }
    }
}
