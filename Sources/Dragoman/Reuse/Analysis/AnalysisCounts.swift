/// Sizes of the segments of a band.
public struct AnalysisCounts: Hashable, Sendable {
    public var segments = 0
    /// As ICU finds them.
    public var words = 0
    /// Code points that are no white space.
    public var characters = 0

    public init(segments: Int = 0, words: Int = 0, characters: Int = 0) {
        self.segments = segments
        self.words = words
        self.characters = characters
    }

    public static func += (left: inout AnalysisCounts, right: AnalysisCounts) {
        left.segments += right.segments
        left.words += right.words
        left.characters += right.characters
    }
}
