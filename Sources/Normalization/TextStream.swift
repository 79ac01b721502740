public import UnicodeText

/// The text profile on bytes that come in pieces: decoded, repaired line by line, nothing cut.
///
/// Gives what `Pipeline.repaired(_:)` gives of the whole, in memory that does not grow with the input (`LineDecoder`).
public struct TextStream {
    private var decoder: LineDecoder

    /// What was noticed, complete after `finish`.
    public var diagnostics: [Diagnostic] { decoder.diagnostics }
    /// The encoding, once it is known.
    public var encoding: String? { decoder.encoding }

    /// - Parameters:
    ///   - name: what messages call the input.
    ///   - encoding: the encoding where it is known; otherwise it is detected.
    public init(name: String, encoding: String? = nil) { decoder = LineDecoder(name: name, encoding: encoding) }

    /// Takes the next piece and hands out the text that is complete. O(piece).
    ///
    /// - Throws: a `Diagnostic` for bytes that are no text, and what `emit` throws.
    public mutating func add(_ piece: [UInt8], _ emit: ([UInt8]) throws -> Void) throws {
        try decoder.add(piece) { try emit(Self.repaired($0)) }
    }

    /// Hands out the rest.
    public mutating func finish(_ emit: ([UInt8]) throws -> Void) throws {
        try decoder.finish { try emit(Self.repaired($0)) }
    }

    /// Whole lines repaired. O(n).
    public static func repaired(_ lines: UTF8Text) -> [UInt8] { Pipeline.textSteps.apply(to: lines).text.bytes }
}
