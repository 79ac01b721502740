public import ByteXML
internal import TranslationMemory
public import UnicodeText

/// Writes PO and POT in UTF-8, entry by entry.
///
/// A message may stand in a file once. One that comes again with the same translation, or with none, is passed over and
/// counted; with another translation it gets a context of its own.
public struct POWriter {
    public struct Options: Sendable {
        /// `nil` for a template (POT).
        public var language: LanguageTag?
        public var tool = "dragoman"
        public var toolVersion: String
        /// `2024-03-01 12:00+0000`; the writer has no clock.
        public var date: String?
        /// `nplurals=2; plural=n != 1;`; the language's own by CLDR where it has rules for it, else `nil`.
        public var pluralForms: String?

        public init(language: LanguageTag?, toolVersion: String, date: String? = nil) {
            self.language = language
            self.toolVersion = toolVersion
            self.date = date
            pluralForms = language.flatMap(POPluralForms.field)
        }
    }

    private var output: POOutput
    private var seen = POSeenMessages()
    /// Entries written so far, the header not counted.
    public private(set) var entries = 0
    /// Entries passed over because they said nothing new.
    public private(set) var merged = 0

    /// Characters left out because no PO may hold them.
    public var droppedCharacters: Int { output.dropped }

    /// Begins a file with a header of ours.
    public init(options: Options, to sink: @escaping ByteSink) throws {
        var fields = [Attribute("MIME-Version", "1.0"), Attribute("Content-Type", "text/plain; charset=UTF-8")]
        fields.append(Attribute("Content-Transfer-Encoding", "8bit"))
        if let language = options.language {
            fields.append(Attribute("Language", POLanguage.name(language)))
            if let date = options.date { fields.append(Attribute("PO-Revision-Date", date)) }
        } else if let date = options.date {
            fields.append(Attribute("POT-Creation-Date", date))
        }
        if let forms = options.pluralForms { fields.append(Attribute("Plural-Forms", forms)) }
        fields.append(Attribute("X-Generator", "\(options.tool) \(options.toolVersion)"))
        try self.init(header: POHeader(fields: fields), to: sink)
    }

    /// Begins a file with a header that was read; its charset becomes UTF-8. `nil` for a file that had none.
    public init(header: POHeader?, to sink: @escaping ByteSink) throws {
        output = POOutput(to: sink)
        guard var header else { return }
        for index in header.fields.indices where POLanguage.isContentType(header.fields[index].name) {
            header.fields[index].value = "text/plain; charset=UTF-8"
        }
        var entry = header.written
        entry.translations = entry.translations.map(Self.inUTF8)
        try output.write(entry)
    }

    /// A header whose lines name no other charset, wherever in them one is named: a broken line may have two fields.
    private static func inUTF8(_ header: UTF8Text) -> UTF8Text {
        var bytes: [UInt8] = []
        for (index, line) in header.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if index > 0 { bytes.append(0x0A) }
            let start = bytes.count
            bytes += line
            if let name = POCharset.range(in: bytes[start...]) { bytes.replaceSubrange(name, with: "UTF-8".utf8) }
        }
        return UTF8Text(unchecked: bytes)
    }

    /// Writes an entry.
    public mutating func write(_ entry: POEntry) throws {
        guard let entry = seen.unique(entry) else {
            merged += 1
            return
        }
        entries += 1
        try output.write(entry)
    }

    /// Ends the file.
    public mutating func finish() throws { try output.flush() }
}
