internal import ByteXML
public import UnicodeText

/// The rules of an SRX file (Segmentation Rules eXchange 2.0, LISA OSCAR 2008; and 1.0, 2004).
public struct SRXDocument: Sendable {
    /// On which side of a break an inline code goes (`<formathandle>`): with what precedes it if it is included.
    public struct FormatHandling: Hashable, Sendable {
        public var includesStart = false
        public var includesEnd = true
        public var includesIsolated = false

        public init() {}
    }

    /// The name that messages and `Boundary.rule` show.
    public let name: String
    public internal(set) var version = "2.0"
    /// Whether all rules that fit a language count, in the order of the maps; otherwise the first that fit do.
    public internal(set) var isCascading = false
    /// Whether text within text, such as a footnote, is segmented. Kept for those who write the file again.
    public internal(set) var segmentsSubflows = true
    public internal(set) var formats = FormatHandling()
    public internal(set) var rules: [SRXRule] = []
    public internal(set) var maps: [SRXLanguageMap] = []
    /// Where the rules of each `<languagerule>` stand in `rules`.
    var groups: [String: Range<Int>] = [:]
    let programs = SRXProgramCache()

    init(name: String) { self.name = name }

    /// Rules that a file may hold.
    static let limit = 1 << 16

    /// Reads a file in UTF-8, UTF-16 or any encoding its declaration names.
    ///
    /// Elements and attributes of other namespaces are passed over, and a warning says which of them would have
    /// changed the result.
    ///
    /// - Parameter name: the file's name for messages.
    /// - Throws: a `Diagnostic` with line and column for a file that is not well-formed, is no SRX, or has a pattern
    ///   that ICU does not take.
    /// - Complexity: O(n); compiles each pattern once.
    public static func read(
        _ bytes: [UInt8], name: String, report: (Diagnostic) -> Void = { _ in }
    ) throws -> SRXDocument {
        try withoutActuallyEscaping(report) { report in
            let handler = SRXHandler(name: name, report: report)
            var rest = bytes
            try XMLSource.parse(
                {
                    defer { rest = [] }
                    return rest
                }, file: name, limits: XMLLimits(), handler: handler)
            return handler.document
        }
    }

    /// The rules for a language, in the order in which they are asked.
    ///
    /// A language pattern must match the tag whole, in any case of its letters (tags have none: RFC 5646, 2.1.1), written
    /// with hyphens or with underscores.
    ///
    /// - Returns: `nil` if no map fits the language.
    /// - Throws: a `Diagnostic` for a pattern that takes too many steps.
    public func rules(for language: LanguageTag) throws -> [SRXRule]? {
        let tag = Array(language.description.utf16)
        let forms = tag.contains(0x2D) ? [tag, tag.map { $0 == 0x2D ? 0x5F : $0 }] : [tag]
        var found: [SRXRule]?
        var taken: Set<String> = []
        for map in maps {
            do {
                // Read once already, so that it compiles.
                let regex = try map.regex.regex(isCaseless: true)
                guard try forms.contains(where: { try regex.matches($0) }) else { continue }
            } catch {
                throw Diagnostic(
                    .error, code: "srx.pattern", file: name, line: map.line, column: map.column,
                    message: "this language pattern cannot be matched: \(error)")
            }
            guard taken.insert(map.languageRule).inserted else { continue }
            found = (found ?? []) + (groups[map.languageRule].map { Array(rules[$0]) } ?? [])
            if !isCascading { break }
        }
        return found
    }
}
