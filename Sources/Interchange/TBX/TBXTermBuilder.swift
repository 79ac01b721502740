internal import ByteXML
internal import Terminology
internal import UnicodeText

/// Builds a term out of a term section.
///
/// Status, type and reliability are kept as they were written too, unless `TBXWriter` would write just that: so nothing
/// is lost of `supersededTerm-admn-sts`, which is a deprecated term here, or of a type this package has no name for.
struct TBXTermBuilder {
    enum Use {
        /// A field holds it.
        case field
        /// Only the entry's `other` holds it, or that too.
        case kept
    }

    var term = Term("")
    var place = XMLPlace(line: 0, column: 0, offset: 0)
    private var hasTerm = false
    private var hasStatus = false
    private var hasType = false

    /// - Returns: `false` for a second term.
    mutating func take(term leaf: TBXLeaf) -> Bool {
        guard !hasTerm else { return false }
        guard !leaf.text.isEmpty else { return true }
        hasTerm = true
        term.text = UTF8Text(unchecked: leaf.text)
        if !leaf.attributes.isEmpty {
            term.other.append(DataCategory(element: "term", value: "", attributes: leaf.attributes))
        }
        return true
    }

    /// The term, `nil` if there was none.
    func finish() -> Term? { hasTerm ? term : nil }

    mutating func take(_ leaf: TBXLeaf, _ name: String) -> Use {
        guard !leaf.text.isEmpty else { return .kept }
        if name == "note" { return take(note: leaf) }
        if leaf.hasType("reliabilityCode") {
            if term.reliability == nil { term.reliability = TBXValues.reliability(leaf.text) }
            return .kept
        }
        switch name {
        case "termNote":
            if leaf.hasType("termType") { return take(type: leaf) }
            if leaf.hasType("administrativeStatus") { return take(status: leaf) }
            guard leaf.hasType("partOfSpeech") else { return .kept }
            return Self.set(&term.partOfSpeech, leaf)
        case "admin":
            return leaf.hasType("source") ? Self.set(&term.source, leaf) : .kept
        case "descrip":
            return leaf.hasType("context") ? Self.set(&term.context, leaf) : .kept
        default:
            return .kept
        }
    }

    private mutating func take(note leaf: TBXLeaf) -> Use {
        guard leaf.type.isEmpty else { return .kept }
        if term.reliability == nil, let code = TBXValues.reliability(inNote: leaf.text) {
            term.reliability = code
            let isCanonical = leaf.attributes.isEmpty && leaf.text.elementsEqual(TBXValues.note(reliability: code).utf8)
            return isCanonical ? .field : .kept
        }
        if term.flags.isEmpty, leaf.attributes.isEmpty, let flags = TBXValues.flags(inNote: leaf.text) {
            term.flags = flags
            return .field
        }
        return Self.set(&term.note, leaf)
    }

    private mutating func take(type leaf: TBXLeaf) -> Use {
        guard !hasType else { return .kept }
        hasType = true
        guard let type = TBXValues.type(leaf.text) else { return .kept }
        term.type = type
        let isCanonical = type != .full && leaf.text.elementsEqual(TBXValues.text(type).utf8)
        return isCanonical ? .field : .kept
    }

    private mutating func take(status leaf: TBXLeaf) -> Use {
        guard !hasStatus else { return .kept }
        hasStatus = true
        guard let status = TBXValues.status(leaf.text) else { return .kept }
        term.status = status
        let isCanonical = status != .preferred && leaf.text.elementsEqual(TBXValues.text(status).utf8)
        return isCanonical ? .field : .kept
    }

    private static func set(_ field: inout String?, _ leaf: TBXLeaf) -> Use {
        guard field == nil else { return .kept }
        field = String(decoding: leaf.text, as: UTF8.self)
        return .field
    }
}

extension TBXLeaf {
    func hasType(_ name: StaticString) -> Bool {
        type.count == name.utf8CodeUnitCount
            && type.elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    /// The value if this is a term's status.
    var statusText: [UInt8]? { !text.isEmpty && hasType("administrativeStatus") ? text : nil }
}
