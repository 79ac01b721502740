internal import Terminology
internal import UnicodeText

/// What a field holds, as the element to write it as.
struct TBXField {
    let element: String
    let type: String
    let value: String?
    /// Written for this package alone: it has no attributes and stands in no group.
    let isOurs: Bool

    init(_ element: String, _ type: String, _ value: String?, isOurs: Bool = false) {
        self.element = element
        self.type = type
        self.value = value
        self.isOurs = isOurs
    }

    func isSame(_ element: some StringProtocol, _ type: String) -> Bool {
        !isOurs && self.element.utf8.elementsEqual(element.utf8) && self.type.utf8.elementsEqual(type.utf8)
    }
}

/// The `other` of an entry, with its groups (`TBXGroupPath`) and its references to fields: an entry without value has
/// the attributes of the field of its name, and a group with a type is about the field of that type.
struct TBXOtherEntries {
    private var entries: [DataCategory]

    init(_ entries: [DataCategory]) { self.entries = entries }

    /// Attributes kept for an element whose value stands elsewhere.
    func attributes(of element: String, type: String = "") -> [[String]] {
        entries.first { Self.isMarker($0) && TBXField(element, type, nil).isSame($0.element, $0.type) }?.attributes
            ?? []
    }

    /// Writes the fields that no group is about.
    func write(_ fields: [TBXField], _ output: inout TBXOutput) throws {
        for field in fields {
            guard let value = field.value, !value.isEmpty, !hasGroup(about: field) else { continue }
            let attributes = field.isOurs ? [] : attributes(of: field.element, type: field.type)
            try output.element(field.element, type: field.type, attributes, value: value)
        }
    }

    /// Writes the entries a condition on their element takes, and the groups with the fields they are about.
    func writeRest(
        _ fields: [TBXField], _ output: inout TBXOutput, where isWanted: (String) -> Bool = { _ in true }
    ) throws {
        var index = 0
        while index < entries.count {
            let end = endOfGroup(at: index)
            if isWanted(entries[index].element) { try write(index..<end, parent: "", fields, &output) }
            index = end
        }
    }

    /// Writes an entry and what stands in it.
    private func write(_ range: Range<Int>, parent: String, _ fields: [TBXField], _ output: inout TBXOutput) throws {
        let entry = entries[range.lowerBound]
        let name = String(decoding: entry.element.utf8.dropFirst(parent.utf8.count), as: UTF8.self)
        guard Self.isGroup(name) else {
            if !isReference(entry, name, parent, fields) {
                let (element, type) = Self.known(name, entry.type)
                try output.element(element, type: type, entry.attributes, value: entry.value)
            }
            return
        }
        var lead: TBXField?
        if !entry.type.isEmpty {
            lead = fields.first { $0.isSame(name.dropLast(3), entry.type) && $0.value?.isEmpty == false }
            // Without what it is about there is nothing to say.
            guard lead != nil else { return }
        }
        let path = entry.element + String(TBXGroupPath.separator)
        try output.open(name, entry.attributes)
        if let lead, let value = lead.value {
            let marker = entries[range].first {
                Self.isMarker($0) && $0.element.utf8.elementsEqual((path + lead.element).utf8)
                    && $0.type.utf8.elementsEqual(lead.type.utf8)
            }
            try output.element(lead.element, type: lead.type, marker?.attributes ?? [], value: value)
        }
        var index = range.lowerBound + 1
        while index < range.upperBound {
            let end = endOfGroup(at: index)
            try write(index..<end, parent: path, lead.map { [$0] } ?? [], &output)
            index = end
        }
        try output.close(name)
    }

    /// Whether an entry only has the attributes of an element that is written elsewhere.
    private func isReference(_ entry: DataCategory, _ name: String, _ parent: String, _ fields: [TBXField]) -> Bool {
        guard Self.isMarker(entry) else { return entry.value.isEmpty && entry.attributes.isEmpty }
        if ["conceptEntry", "langSec", "termSec", "term"].contains(name) { return true }
        return fields.contains { $0.isSame(name, entry.type) && $0.value != nil }
    }

    private func hasGroup(about field: TBXField) -> Bool {
        !field.type.isEmpty && !field.isOurs
            && entries.contains {
                $0.value.isEmpty && TBXField("\(field.element)Grp", field.type, nil).isSame($0.element, $0.type)
            }
    }

    private func endOfGroup(at index: Int) -> Int {
        let path = entries[index].element + String(TBXGroupPath.separator)
        var end = index + 1
        while end < entries.count, entries[end].element.utf8.starts(with: path.utf8) { end += 1 }
        return end
    }

    private static func isMarker(_ entry: DataCategory) -> Bool { entry.value.isEmpty && !entry.attributes.isEmpty }

    private static func isGroup(_ name: String) -> Bool {
        switch element(name) {
        case .group, .termGroup: true
        default: false
        }
    }

    /// The element to write for a name that is none of TBX's: `admin`, with the name as its type.
    private static func known(_ name: String, _ type: String) -> (element: String, type: String) {
        switch element(name) {
        case .category, .note, .paragraph: (name, type)
        default: ("admin", type.isEmpty ? name : type)
        }
    }

    private static func element(_ name: String) -> TBXElement {
        Array(name.utf8).withUnsafeBufferPointer { TBXElement($0) }
    }
}

// MARK: Fields that are kept as they were written, too

extension TBXOtherEntries {
    /// Brings what was written of a term's status, type and reliability in line with its fields.
    ///
    /// - Returns: which of them the entries hold, so that the field needs no element of its own.
    mutating func restate(_ term: Term) -> (status: Bool, type: Bool, reliability: Bool) {
        var found = (status: false, type: false, reliability: false)
        for index in entries.indices where !entries[index].value.isEmpty {
            let value = Array(entries[index].value.utf8)
            let name = entries[index].element.split(separator: TBXGroupPath.separator).last ?? ""
            switch (name, entries[index].type) {
            case ("termNote", "administrativeStatus") where !found.status:
                found.status = true
                if (TBXValues.status(value) ?? .preferred) != term.status {
                    entries[index].value = TBXValues.text(term.status)
                }
            case ("termNote", "termType") where !found.type:
                found.type = true
                if (TBXValues.type(value) ?? .full) != term.type { entries[index].value = TBXValues.text(term.type) }
            case (_, "reliabilityCode") where !found.reliability && TBXValues.reliability(value) != nil:
                found.reliability = true
                entries[index].value = term.reliability.map { "\($0)" } ?? ""
            case ("note", "") where !found.reliability && TBXValues.reliability(inNote: value) != nil:
                found.reliability = true
                entries[index].value = term.reliability.map { TBXValues.note(reliability: $0) } ?? ""
            default: break
            }
        }
        return found
    }
}
