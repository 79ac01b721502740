public import TranslationMemory
internal import UnicodeText

/// A segment and its translation as they are checked, and where they stand.
public struct CheckUnit: Sendable {
    public var source: Variant
    public var target: Variant
    public var file: String?
    /// Where the source stands, if it is a file of its own.
    public var sourceFile: String?
    /// One-based, where the format tells it.
    public var line: Int?
    /// What the file calls the unit; its number where it has no name.
    public var id: String
    /// Whether the file says that the text is not to be translated.
    public var isProtected: Bool

    public init(
        source: Variant, target: Variant, file: String? = nil, sourceFile: String? = nil, line: Int? = nil,
        id: String = "", isProtected: Bool = false
    ) {
        self.source = source
        self.target = target
        self.file = file
        self.sourceFile = sourceFile
        self.line = line
        self.id = id
        self.isProtected = isProtected
    }
}
