internal import UnicodeText

/// A character that may be a quotation mark, with what its surroundings say it is.
struct QuoteMark: Sendable {
    /// Marks of one family may open and close the same quotation.
    enum Family: Int, Sendable, CaseIterable {
        case double, single, guillemet, singleGuillemet, corner, whiteCorner

        var isSingle: Bool { self == .single || self == .singleGuillemet }
    }

    enum Role: Sendable {
        case opening, closing
        /// Closes what is open, otherwise opens.
        case either
        case apostrophe
        /// Neither: a prime, a mark inside a word, one of a doubled pair.
        case none
    }

    let scalar: Unicode.Scalar
    let range: ByteRange
    let family: Family
    var role: Role
    /// For a closing mark: may as well be an apostrophe or a prime ("the dogs'", `6"`).
    var isWeak = false
    /// One of two straight marks side by side, which end two quotations or none.
    var isDoubled = false

    static func family(of scalar: Unicode.Scalar) -> Family? {
        switch scalar {
        case "\"", "“", "”", "„", "‟": .double
        case "'", "‘", "’", "‚", "‛": .single
        case "«", "»": .guillemet
        case "‹", "›": .singleGuillemet
        case "「", "」": .corner
        case "『", "』": .whiteCorner
        default: nil
        }
    }

    /// What the shape alone says; `either` for straight marks.
    static func shape(of scalar: Unicode.Scalar) -> Role {
        switch scalar {
        case "“", "„", "‟", "‘", "‚", "‛", "«", "‹", "「", "『": .opening
        case "”", "’", "»", "›", "」", "』": .closing
        default: .either
        }
    }

    /// Bytes a mark can begin with.
    static func maySignal(_ byte: UInt8) -> Bool {
        byte == 0x22 || byte == 0x27 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3
    }
}
