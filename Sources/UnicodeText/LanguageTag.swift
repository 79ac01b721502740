/// A language tag (BCP 47, RFC 5646) in canonical case: `en`, `pt-BR`, `zh-Hant-TW`.
public struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    /// The tag for text of unknown language.
    public static let undetermined = LanguageTag(canonical: "und")
    public static let english = LanguageTag(canonical: "en")

    private init(canonical: String) { description = canonical }

    /// Reads a tag in any case, with hyphens or underscores.
    ///
    /// - Returns: `nil` unless it is one to eight letters or digits a part and begins with a language of two to eight letters.
    public init?(_ tag: some StringProtocol) {
        var parts: [String] = []
        for part in tag.utf8.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x2D || $0 == 0x5F }) {
            guard (1...8).contains(part.count), part.allSatisfy(Self.isAlphanumeric) else { return nil }
            let lower = String(decoding: part.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
            let isWord = part.allSatisfy { $0 >= 0x41 }
            if parts.isEmpty {
                // "x-private" and "i-klingon" are tags too.
                guard isWord, part.count >= 2 || lower == "x" || lower == "i" else { return nil }
                parts.append(lower)
            } else if parts.last?.utf8.count == 1 || parts.contains("x") {
                parts.append(lower)
            } else if part.count == 4, isWord, parts.count == 1 {
                parts.append(Self.title(lower))
            } else if part.count == 2, isWord {
                parts.append(Self.upper(lower))
            } else {
                parts.append(lower)
            }
        }
        // A single letter opens an extension; behind "x" it is a private part like others.
        guard let last = parts.last, last.utf8.count != 1 || parts.dropLast().contains("x") else { return nil }
        description = parts.joined(separator: "-")
    }

    private var parts: [Substring] { description.split(separator: "-") }

    /// The primary language: `zh` of `zh-Hant-TW`.
    public var language: String { String(parts[0]) }

    /// The script if the tag names one: `Hant`.
    public var script: String? {
        parts.dropFirst().first { $0.utf8.count == 4 && $0.utf8.first.map { $0 >= 0x41 && $0 <= 0x5A } == true }
            .map(String.init)
    }

    /// The region if the tag names one: `TW`, `419`.
    public var region: String? {
        parts.dropFirst().first { part in
            part.utf8.count == 2 && part.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
                || part.utf8.count == 3 && part.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        }.map(String.init)
    }

    /// The tag and all it falls back to by dropping its last part (RFC 4647, section 3.4): `zh-Hant-TW`, `zh-Hant`, `zh`.
    public var fallbacks: [LanguageTag] {
        var result: [LanguageTag] = [self]
        var parts = parts
        while parts.count > 1 {
            parts.removeLast()
            if parts.last?.utf8.count == 1 { continue }
            result.append(LanguageTag(canonical: parts.joined(separator: "-")))
        }
        return result
    }

    /// Whether a text in `other` serves somebody who asked for this language: `pt` takes `pt-BR`, `pt-BR` does not take `pt`.
    public func covers(_ other: LanguageTag) -> Bool { other.fallbacks.contains(self) }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
    }
    private static func upper(_ lower: String) -> String {
        String(decoding: lower.utf8.map { $0 >= 0x61 ? $0 & 0xDF : $0 }, as: UTF8.self)
    }
    private static func title(_ lower: String) -> String {
        String(decoding: lower.utf8.enumerated().map { $0 == 0 ? $1 & 0xDF : $1 }, as: UTF8.self)
    }
}

extension LanguageTag: ExpressibleByStringLiteral {
    /// A tag written in source code; traps if it is none.
    public init(stringLiteral value: String) {
        guard let tag = LanguageTag(value) else { preconditionFailure("not a language tag: \(value)") }
        self = tag
    }
}

extension LanguageTag: Comparable {
    public static func < (left: LanguageTag, right: LanguageTag) -> Bool {
        left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
    }
}

extension LanguageTag: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let tag = LanguageTag(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a language tag: \(text)")
        }
        self = tag
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
