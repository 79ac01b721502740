internal import TranslationMemory
internal import UnicodeText

/// Brings the codes of a unit's texts, from whatever format, into the elements of XLIFF 2 (2.1, section 4.2.3).
///
/// Every code of the result has an `element` and an `id` that is unique on its side of the unit and the same on both
/// sides for the same code; native code goes to `data`, which the codes refer to.
struct XLIFFCodes2 {
    /// Entries of `originalData`, in order.
    private(set) var data: [XLIFFUnit.NativeData] = []
    private var dataIDs: [String: UTF8Text] = [:]
    private var idsOfData: [UTF8Text: String] = [:]
    /// The last number given to an entry; it only grows, so that names of a file's own cost no second look.
    private var dataNumber = 0
    private var source = Side()
    private var target = Side()

    private struct Side {
        /// Ids in use.
        var used: Set<String> = []
        /// The last number given.
        var number = 0
        /// What a code was called, by the name it has now.
        var names: [String: String] = [:]
        /// Ids of begin codes that wait for their ends, by what links them.
        var open: [String: String] = [:]
    }

    /// - Parameters:
    ///   - reserved: ids of segments, which no code may have.
    ///   - known: entries that the file had.
    init(reserved: some Sequence<String>, known: [XLIFFUnit.NativeData] = []) {
        source.used = Set(reserved)
        target.used = source.used
        for entry in known where entry.id == Self.token(entry.id) && dataIDs[entry.id] == nil {
            add(entry.text, as: entry.id)
        }
    }

    private mutating func add(_ text: UTF8Text, as id: String) {
        data.append(XLIFFUnit.NativeData(id: id, text: text))
        dataIDs[id] = text
        idsOfData[text] = idsOfData[text] ?? id
    }

    mutating func made(of text: InlineText, isTarget: Bool) -> InlineText {
        guard !text.codes.isEmpty else { return text }
        let pairs = XLIFFCodePairs(text.codes, marksNest: false)
        var result = text
        result.codes = []
        for (index, code) in text.codes.enumerated() {
            let isNested = pairs.nested[index] != nil
            let isLinked = pairs.linked[index] != nil
            guard var made = made(of: code, isNested: isNested, isLinked: isLinked, isTarget: isTarget) else {
                continue
            }
            // The second end of an element adds what it refers to to the first.
            if isNested, code.kind == .beginPaired, let end = pairs.nested[index], !text.codes[end].content.isEmpty {
                made.attributes["dataRefEnd"] = dataID(for: text.codes[end], named: code.attributes["dataRefEnd"])
            }
            made.attributes = Self.ordered(made.attributes, like: code.attributes)
            made.position = min(max(code.position, result.codes.last?.position ?? 0), text.text.count)
            result.codes.append(made)
        }
        return result
    }

    private mutating func made(of code: InlineCode, isNested: Bool, isLinked: Bool, isTarget: Bool) -> InlineCode? {
        var made = InlineCode(kind: code.kind, position: 0)
        switch code.kind {
        case .highlightStart, .highlightEnd:
            if code.element == "sm" || code.element == "em" {
                made.attributes = code.attributes
                return made
            }
            if !isNested, isLinked { return crossing(code, isTarget: isTarget) }
            guard isNested else { return nil }
            made.attributes = [Attribute("element", "mrk")]
            if code.kind == .highlightStart {
                made.attributes.append(Attribute("id", id(of: code, prefix: "m", isTarget: isTarget)))
                made.attributes += mark(code)
            }
        case .beginPaired where isNested:
            made.attributes = [
                Attribute("element", "pc"), Attribute("id", id(of: code, prefix: "p", isTarget: isTarget)),
            ]
            made.attributes += Self.attributes(of: code, dropping: ["dataRefStart", "dataRefEnd"])
            if !code.content.isEmpty {
                made.attributes["dataRefStart"] = dataID(for: code, named: code.attributes["dataRefStart"])
            }
        case .endPaired where isNested:
            made.attributes = [Attribute("element", "pc")]
        case .beginPaired, .endPaired:
            made.attributes = half(code, isTarget: isTarget)
        case .isolated:
            let isEnd =
                code.element == "ec" || code.element == "ex" || ["close", "end"].contains(code.attributes["pos"])
            made.attributes = [Attribute("element", isEnd ? "ec" : "sc")]
            made.attributes.append(Attribute("id", id(of: code, prefix: "i", isTarget: isTarget)))
            made.attributes += Self.attributes(of: code, dropping: ["dataRef", "isolated", "pos"])
            made.attributes.append(Attribute("isolated", "yes"))
            refer(&made, to: code)
        case .placeholder, .unknown:
            if code.element == "cp" {
                made.attributes = code.attributes
                return made
            }
            made.attributes = [
                Attribute("element", "ph"), Attribute("id", id(of: code, prefix: "h", isTarget: isTarget)),
            ]
            made.attributes += Self.attributes(of: code, dropping: ["dataRef", "pos"])
            refer(&made, to: code)
        }
        return made
    }

    /// Attributes in the order of those that were read, the element first and new ones behind it.
    private static func ordered(_ made: [Attribute], like read: [Attribute]) -> [Attribute] {
        let names = Set(read.map(\.name))
        guard names.contains("id") else { return made }
        let new = made.filter { $0.name == "element" || !names.contains($0.name) }
        return new + read.compactMap { old in made.first { $0.name == old.name && old.name != "element" } }
    }

    /// A mark that does not nest, as its two ends.
    private mutating func crossing(_ code: InlineCode, isTarget: Bool) -> InlineCode? {
        let key = "mark \(code.attributes["id"] ?? code.attributes["mid"] ?? "")"
        var made = InlineCode(kind: code.kind, position: 0)
        if code.kind == .highlightStart {
            let id = id(of: code, prefix: "m", isTarget: isTarget)
            if isTarget { target.open[key] = id } else { source.open[key] = id }
            made.attributes = [Attribute("element", "sm"), Attribute("id", id)] + mark(code)
            return made
        }
        guard let begin = isTarget ? target.open.removeValue(forKey: key) : source.open.removeValue(forKey: key) else {
            return nil
        }
        made.attributes = [Attribute("element", "em"), Attribute("startRef", begin)]
        return made
    }

    /// Attributes of a begin or end code that does not surround text as an element.
    private mutating func half(_ code: InlineCode, isTarget: Bool) -> [Attribute] {
        let key = XLIFFCodePairs.key(code)
        var made = InlineCode(kind: code.kind, position: 0)
        let others = Self.attributes(
            of: code, dropping: ["dataRef", "dataRefStart", "dataRefEnd", "startRef", "isolated"])
        if code.kind == .beginPaired {
            let id = id(of: code, prefix: "s", isTarget: isTarget)
            if isTarget { target.open[key] = id } else { source.open[key] = id }
            made.attributes = [Attribute("element", "sc"), Attribute("id", id)] + others
        } else {
            made.attributes = [Attribute("element", "ec")]
            let begin = isTarget ? target.open.removeValue(forKey: key) : source.open.removeValue(forKey: key)
            if let begin {
                made.attributes.append(Attribute("startRef", begin))
            } else {
                made.attributes.append(Attribute("id", id(of: code, prefix: "e", isTarget: isTarget)))
                made.attributes.append(Attribute("isolated", "yes"))
            }
            made.attributes += others
        }
        refer(&made, to: code)
        return made.attributes
    }

    private mutating func refer(_ made: inout InlineCode, to code: InlineCode) {
        guard !code.content.isEmpty else { return }
        let name = code.attributes["dataRef"] ?? code.attributes["dataRefStart"] ?? code.attributes["dataRefEnd"]
        made.attributes["dataRef"] = dataID(for: code, named: name)
    }

    /// The entry for a code's native text, made unless there is one.
    private mutating func dataID(for code: InlineCode, named name: String?) -> String {
        let text = code.nativeText
        if let name, let known = dataIDs[name], known == text { return name }
        if let known = idsOfData[text], name == nil { return known }
        var id = name.map(Self.token) ?? ""
        while id.isEmpty || dataIDs[id] != nil {
            dataNumber += 1
            id = "d\(dataNumber)"
        }
        add(text, as: id)
        return id
    }

    /// The id a code has in the result.
    private mutating func id(of code: InlineCode, prefix: String, isTarget: Bool) -> String {
        let given = code.attributes["id"] ?? code.attributes["mid"]
        let other = code.attributes["x"] ?? code.attributes["i"]
        let name = given.map { "=\($0)" } ?? other.map { "\(prefix)\($0)" } ?? ""
        let wanted =
            (isTarget ? source.names[name] : nil) ?? given.map(Self.token) ?? other.map { prefix + Self.token($0) }
        var side = isTarget ? target : source
        if isTarget { target = Side() } else { source = Side() }
        var id = wanted ?? ""
        while id.isEmpty || side.used.contains(id) {
            side.number += 1
            id = "\(prefix)\(side.number)"
        }
        side.used.insert(id)
        side.names[name] = id
        if isTarget { target = side } else { source = side }
        return id
    }
}
