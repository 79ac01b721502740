public import UnicodeText

/// A designation of a concept in one language.
public struct Term: Hashable, Sendable {
    public var text: UTF8Text
    public var status: TermStatus
    public var type: TermType
    public var flags: TermFlags
    /// `noun`, `properNoun`, `verb`, `adjective`, `phrase` … as the term base says.
    public var partOfSpeech: String?
    /// 1 (not verified) to 10 (TBX `reliabilityCode`).
    public var reliability: Int?
    public var source: String?
    public var note: String?
    /// An example of use.
    public var context: String?
    public var other: [DataCategory]

    public init(
        _ text: UTF8Text, status: TermStatus = .preferred, type: TermType = .full, partOfSpeech: String? = nil,
        reliability: Int? = nil, source: String? = nil, note: String? = nil, context: String? = nil,
        flags: TermFlags = [], other: [DataCategory] = []
    ) {
        self.text = text
        self.status = status
        self.type = type
        self.flags = flags
        self.partOfSpeech = partOfSpeech
        self.reliability = reliability
        self.source = source
        self.note = note
        self.context = context
        self.other = other
    }
}
