public import TranslationMemory

/// The head of a TMX file (TMX 1.4b, section 3).
public struct TMXHeader: Hashable, Sendable {
    /// The version the file says it is: `1.4`.
    public var version: String
    /// `creationtool`, `srclang`, `segtype` … as they stood.
    public var attributes: [Attribute]
    public var annotations: [Annotation]
    /// User-defined encodings (`ude`).
    public var encodings: [UserEncoding]

    /// A table of characters of somebody's own (`ude`, with its `map` elements).
    public struct UserEncoding: Hashable, Sendable {
        public var attributes: [Attribute]
        public var maps: [[Attribute]]

        public init(attributes: [Attribute], maps: [[Attribute]] = []) {
            self.attributes = attributes
            self.maps = maps
        }
    }

    /// `srclang` of a file of which every variant may be the source.
    static let anyLanguage = "*all*"

    public init(
        version: String, attributes: [Attribute] = [], annotations: [Annotation] = [], encodings: [UserEncoding] = []
    ) {
        self.version = version
        self.attributes = attributes
        self.annotations = annotations
        self.encodings = encodings
    }
}
