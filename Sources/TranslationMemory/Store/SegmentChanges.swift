public import UnicodeText

/// What became of the texts of a language since a revision.
public struct SegmentChanges: Sendable {
    /// The state of the memory they were read in.
    public var state: StoreState
    /// Units that were created, changed or deleted since.
    public var units: Set<Int64>
    /// The texts these units have now in exactly that language, by unit.
    public var segments: [Segment]

    public struct Segment: Hashable, Sendable {
        public var unit: Int64
        public var text: UTF8Text

        public init(unit: Int64, text: UTF8Text) {
            self.unit = unit
            self.text = text
        }
    }

    public init(state: StoreState, units: Set<Int64>, segments: [Segment]) {
        self.state = state
        self.units = units
        self.segments = segments
    }
}
