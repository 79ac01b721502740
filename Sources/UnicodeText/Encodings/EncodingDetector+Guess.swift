extension EncodingDetector {
    /// An answer and what it rests on.
    public struct Guess: Hashable, Sendable {
        /// A name that ICU knows; the one registered with IANA where there is one.
        public let encoding: String
        /// 0...1: how likely the text decoded in it is the text that was written.
        public let confidence: Double
        /// What the answer rests on.
        public let evidence: Evidence
        /// Length of the byte order mark.
        public let markLength: Int
        /// Other encodings in which these bytes are the same text to the character: between them nothing needs deciding.
        public let equivalents: [String]

        public init(
            encoding: String, confidence: Double, evidence: Evidence, markLength: Int = 0, equivalents: [String] = []
        ) {
            self.encoding = encoding
            self.confidence = confidence
            self.evidence = evidence
            self.markLength = markLength
            self.equivalents = equivalents
        }

        /// Whether all bytes were looked at and are UTF-8 as they stand.
        public var isWellFormed: Bool {
            switch evidence {
            case .ascii: true
            case .utf8: confidence == 1
            default: false
            }
        }
    }

    public enum Evidence: String, Sendable {
        case byteOrderMark = "byte-order-mark"
        case escapes, ascii, utf8 = "valid-utf8", damagedUTF8 = "damaged-utf8", zeroBytes = "code-units", declared,
            statistics, forced
    }
}
