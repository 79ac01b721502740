/// What a piece of a text is.
enum PieceKind: UInt8 {
    case word, number, address, sign
    /// White space and control characters that are more or other than one space.
    case blank
    /// Without bytes, at the beginning of a text that consists of signs: there they are its tokens.
    case signMarker

    init(_ token: Token.Kind) {
        switch token {
        case .word: self = .word
        case .number: self = .number
        case .address: self = .address
        case .sign: self = .sign
        }
    }

    var token: Token.Kind? {
        switch self {
        case .word: .word
        case .number: .number
        case .address: .address
        case .sign: .sign
        case .blank, .signMarker: nil
        }
    }
}
