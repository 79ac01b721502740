internal import UnicodeText

/// Cleans and weighs the blocks of a piece of copy, each by itself, where they stay: a line is copied no more than needed.
struct LineWeigher: ~Copyable {
    private let keepsEvidence: Bool
    private var scan = LineScan()
    private let room: UnsafeMutableBufferPointer<LabelledBlock>
    /// How many lines there are, from the room's beginning.
    private(set) var count = 0

    /// - Parameter room: memory that holds nothing yet, for as many lines as there will be blocks.
    init(_ room: UnsafeMutableBufferPointer<LabelledBlock>, keepsEvidence: Bool) {
        self.room = room
        self.keepsEvidence = keepsEvidence
    }

    var lines: UnsafeMutableBufferPointer<LabelledBlock> { UnsafeMutableBufferPointer(rebasing: room[..<count]) }

    /// Takes lines of a plain text; most are as they should be and stay where they are.
    mutating func take(_ plain: PlainLines, _ piece: Range<Int>, _ labeller: Labeller) {
        let shared = SharedText(plain.text)
        plain.text.borrowed { text in
            for index in piece {
                let extent = plain.extents[index]
                if let joined = plain.joined(at: index) {
                    take(joined, labeller)
                } else if extent.count <= Block.sharedLength, scan.scanSettled(text[extent]) {
                    add(Block(extent, of: shared), text[extent], nil, labeller)
                } else {
                    take(plain.line(extent), labeller)
                }
            }
        }
    }

    /// Takes a block, unless nothing is left of it when it is clean.
    mutating func take(_ raw: RawBlock, _ labeller: Labeller) {
        var block = Block(text: raw.text, extent: raw.extent, edits: raw.edits)
        if !raw.text.borrowed({ SettledLine.holds(for: $0) }) {
            let raw = raw.asOneLine
            let steps = raw.hasResolvedReferences ? Pipeline.resolvedSteps : Pipeline.steps
            let (text, edits) = steps.apply(to: raw.text)
            guard !text.isEmpty else { return }
            block = Block(text: text, extent: raw.extent, edits: raw.edits.composed(with: edits))
        }
        let place = raw.place == PagePlace() ? nil : raw.place
        block.text.borrowed {
            scan.scan($0)
            add(block, $0, place, labeller)
        }
    }

    /// Takes a block whose text was looked at.
    private mutating func add(
        _ block: consuming Block, _ text: BorrowedText, _ place: PagePlace?, _ labeller: Labeller
    ) {
        room.initializeElement(at: count, to: LabelledBlock(block, scan, place: place, keepsEvidence: keepsEvidence))
        if place?.declaredKind == nil {
            scan.withWords { labeller.weigh(&room[count], text, folded: $0, starts: $1) }
        }
        count += 1
    }
}
