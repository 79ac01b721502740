import Foundation

/// Reads a page strictly: elements that do not match, attributes without quotes and bare `&` are errors.
struct PageReader {
    struct Malformed: Error { let place: String }

    /// Text of the elements of class `src` and `copy`, with the code points that attributes stand for.
    private(set) var left = ""
    private(set) var right = ""
    private(set) var identifiers: [String] = []

    init(_ page: String) throws {
        var rest = Substring(page)
        guard rest.hasPrefix("<!DOCTYPE html>\n") else { throw Malformed(place: "doctype") }
        rest = rest.dropFirst("<!DOCTYPE html>\n".count)
        // Names of the open elements, each with the side it begins.
        var open: [(name: String, side: String?)] = []
        while !rest.isEmpty {
            let unicode = rest.unicodeScalars
            guard unicode.first == "<" else {
                let end = unicode.firstIndex(of: "<") ?? unicode.endIndex
                try add(Self.resolved(rest[..<end]), open.last(where: { $0.side != nil })?.side)
                rest = rest[end...]
                continue
            }
            guard let end = unicode.firstIndex(of: ">") else { throw Malformed(place: String(rest.prefix(40))) }
            let tag = rest[unicode.index(after: unicode.startIndex)..<end]
            rest = rest[unicode.index(after: end)...]
            if tag.hasPrefix("/") {
                guard open.popLast()?.name == String(tag.dropFirst()) else { throw Malformed(place: String(tag)) }
                continue
            }
            let isEmpty = tag.hasSuffix("/")
            let body = isEmpty ? tag.dropLast() : tag
            let name = String(body.prefix { $0 != " " })
            let attributes = try Self.attributes(body.dropFirst(name.count))
            if let id = attributes["id"] { identifiers.append(id) }
            var side = attributes["class"].flatMap { ["src", "copy"].contains($0) ? $0 : nil }
            // "left out" stands where the copy would.
            if side == "copy", attributes["lang"] == nil { side = "none" }
            if let code = attributes["data-u"].flatMap({ UInt32($0, radix: 16) }).flatMap(Unicode.Scalar.init) {
                let count = attributes["data-n"].flatMap { Int($0) } ?? 1
                try add(String(repeating: String(code), count: count), open.last(where: { $0.side != nil })?.side)
            }
            if !isEmpty { open.append((name, side)) }
        }
        guard open.isEmpty else { throw Malformed(place: "end") }
    }

    private mutating func add(_ text: String, _ side: String?) throws {
        if side == "src" { left.unicodeScalars.append(contentsOf: text.unicodeScalars) }
        if side == "copy" { right.unicodeScalars.append(contentsOf: text.unicodeScalars) }
    }

    private static func attributes(_ text: Substring) throws -> [String: String] {
        var result: [String: String] = [:]
        var rest = text
        while !rest.isEmpty {
            guard let match = rest.prefixMatch(of: /\ ([a-z-]+)="([^"<>]*)"/) else {
                throw Malformed(place: String(rest))
            }
            result[String(match.1)] = try resolved(match.2)
            rest = rest[match.range.upperBound...]
        }
        return result
    }

    private static let references = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "#13": "\r",
    ]

    private static func resolved(_ text: Substring) throws -> String {
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let next = rest.popFirst() {
            guard next == "&" else {
                result.append(next)
                continue
            }
            guard let end = rest.firstIndex(of: ";"), let meant = references[String(rest[..<end])] else {
                throw Malformed(place: String(rest.prefix(20)))
            }
            result.append(contentsOf: meant.unicodeScalars)
            rest = rest[rest.index(after: end)...]
        }
        return String(result)
    }
}
