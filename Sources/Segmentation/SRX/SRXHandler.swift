internal import ByteXML
internal import UnicodeText

/// Builds a document from the events of an SRX file.
final class SRXHandler: XMLHandler {
    private(set) var document: SRXDocument
    private let file: String
    private let report: (Diagnostic) -> Void
    private var checker = SRXPatternChecker()

    /// Names of the elements that are open, without those of other namespaces.
    private var path: [String] = []
    /// Depth within an element of another namespace.
    private var foreign = 0
    private var namespace: String?
    private var hasHeader = false
    private var hasMaps = false
    private var isOkapi = false
    /// The `<maprule>` (SRX 1.0) that counts, and whether the one that is open is it.
    private var mapRule: String?
    private var isOtherMapRule = false

    private var group: (name: String, start: Int)?
    private var rule: OpenRule?
    private var text: [UInt8]?

    private struct OpenRule {
        let isBreak: Bool
        let place: XMLPlace
        var before: (text: [UInt8], place: XMLPlace)?
        var after: (text: [UInt8], place: XMLPlace)?
    }

    init(name: String, report: @escaping (Diagnostic) -> Void) {
        document = SRXDocument(name: name)
        file = name
        self.report = report
    }

    func start(_ element: XMLElement, at place: XMLPlace) throws {
        if namespace == nil {
            guard element.name == "srx" else {
                throw error(
                    "srx.root", place, "this is no SRX file: its root is <\(element.name)>", "SRX begins with <srx>")
            }
            namespace = element.namespace
            try startRoot(element, place)
            path.append("srx")
            return
        }
        guard foreign == 0, element.namespace == namespace else {
            if foreign == 0 { readExtension(element, place) }
            foreign += 1
            // The text of an extension is no part of a pattern, but what stands around it would be.
            if text != nil {
                throw error("srx.element", place, "<\(element.name)> stands within a pattern", nil)
            }
            return
        }
        guard text == nil else {
            throw error(
                "srx.element", place, "<\(element.name)> stands within a pattern", "&lt; stands for the character <")
        }
        let parent = path.last ?? ""
        path.append(element.name)
        switch (parent, element.name) {
        case ("srx", "header"): try startHeader(element, place)
        case ("header", "formathandle"): try readFormat(element, place)
        case ("languagerules", "languagerule"): try startGroup(element, place)
        case ("languagerule", "rule"): try startRule(element, place)
        case ("rule", "beforebreak"):
            guard rule?.before == nil else { throw twice(element.name, place) }
            rule?.before = ([], place)
            text = []
        case ("rule", "afterbreak"):
            guard rule?.after == nil else { throw twice(element.name, place) }
            rule?.after = ([], place)
            text = []
        case ("maprules", "languagemap"), ("maprule", "languagemap"): try readMap(element, place)
        case ("maprules", "maprule"): startMapRule(element, place)
        case ("srx", "body"), ("body", "languagerules"), ("body", "maprules"): break
        default:
            throw error("srx.element", place, "<\(element.name)> has no place in <\(parent)>", nil)
        }
    }

    func end(_ name: String, at place: XMLPlace) throws {
        if foreign > 0 {
            foreign -= 1
            return
        }
        path.removeLast()
        switch name {
        case "beforebreak":
            rule?.before?.text = text ?? []
            text = nil
        case "afterbreak":
            rule?.after?.text = text ?? []
            text = nil
        case "rule": try endRule()
        case "languagerule":
            if let group { document.groups[group.name] = group.start..<document.rules.count }
            group = nil
        case "maprule": isOtherMapRule = false
        case "srx": try endRoot(place)
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard foreign == 0 else { return }
        text?.append(contentsOf: bytes)
    }

    // MARK: Elements

    private func startRoot(_ element: XMLElement, _ place: XMLPlace) throws {
        guard let version = element["version"] else {
            warn("srx.version", place, "<srx> has no version: it is read as SRX 2.0", nil)
            return
        }
        guard version == "2.0" || version == "1.0" else {
            throw error("srx.version", place, "SRX \(version) is not known", "SRX 2.0 and 1.0 are")
        }
        document.version = version
    }

    private func startHeader(_ element: XMLElement, _ place: XMLPlace) throws {
        hasHeader = true
        document.segmentsSubflows = try flag(element, "segmentsubflows", place) ?? true
        document.isCascading = try flag(element, "cascade", place) ?? false
        if document.version == "2.0", element["cascade"] == nil {
            warn(
                "srx.cascade", place, "<header> does not say whether rules cascade: they do not",
                #"cascade="yes" or "no""#)
        }
    }

    private func readFormat(_ element: XMLElement, _ place: XMLPlace) throws {
        guard let includes = try flag(element, "include", place) else {
            throw error("srx.format", place, "<formathandle> without include", nil)
        }
        switch element["type"] {
        case "start": document.formats.includesStart = includes
        case "end": document.formats.includesEnd = includes
        case "isolated": document.formats.includesIsolated = includes
        case let type:
            throw error(
                "srx.format", place, "<formathandle> of type \"\(type ?? "")\" is not known", "start, end or isolated")
        }
    }

    private func startGroup(_ element: XMLElement, _ place: XMLPlace) throws {
        guard let name = element["languagerulename"], !name.isEmpty else {
            throw error("srx.name", place, "<languagerule> without languagerulename", nil)
        }
        guard document.groups[name] == nil else {
            throw error("srx.name", place, "there are two language rules called \"\(name)\"", "give one another name")
        }
        group = (name, document.rules.count)
    }

    private func startRule(_ element: XMLElement, _ place: XMLPlace) throws {
        // Without the attribute a rule breaks (SRX 2.0, 3.2).
        rule = OpenRule(isBreak: try flag(element, "break", place) ?? true, place: place)
    }

    private func endRule() throws {
        guard let open = rule, let group else { return }
        rule = nil
        guard document.rules.count < SRXDocument.limit else {
            throw error("srx.limit", open.place, "there are more than \(SRXDocument.limit) rules", nil)
        }
        let before = UTF8Text(unchecked: open.before?.text ?? [])
        let after = UTF8Text(unchecked: open.after?.text ?? [])
        if before.isEmpty, after.isEmpty {
            warn("srx.empty", open.place, "this rule has no pattern, and so holds at every place", "take the rule out")
        }
        document.rules.append(
            SRXRule(
                isBreak: open.isBreak, beforeBreak: before, afterBreak: after, languageRule: group.name,
                line: open.place.line, column: open.place.column,
                before: try pattern(before, open.before?.place ?? open.place),
                after: try pattern(after, open.after?.place ?? open.place)))
    }

    private func startMapRule(_ element: XMLElement, _ place: XMLPlace) {
        let name = element["maprulename"] ?? ""
        if mapRule == nil { mapRule = name }
        isOtherMapRule = mapRule != name
        if isOtherMapRule {
            warn("srx.maprule", place, "of several <maprule> the first is used; \"\(name)\" is not", nil)
        }
    }

    private func readMap(_ element: XMLElement, _ place: XMLPlace) throws {
        hasMaps = true
        guard !isOtherMapRule else { return }
        guard let pattern = element["languagepattern"], let name = element["languagerulename"] else {
            throw error("srx.map", place, "<languagemap> needs languagepattern and languagerulename", nil)
        }
        let text = UTF8Text(pattern)
        document.maps.append(
            SRXLanguageMap(
                pattern: text, languageRule: name, line: place.line, column: place.column, offset: place.offset,
                regex: try self.pattern(text, place)))
    }

    private func endRoot(_ place: XMLPlace) throws {
        if !hasHeader { warn("srx.header", place, "there is no <header>", nil) }
        guard hasMaps else {
            throw error(
                "srx.map", place, "no <languagemap> says for which languages the rules are",
                #"<maprules><languagemap languagepattern=".*" languagerulename="…"/></maprules>"#)
        }
        // Rules may stand behind the maps, so that names are looked up last.
        for map in document.maps where document.groups[map.languageRule] == nil {
            throw Diagnostic(
                .error, code: "srx.map", file: file, line: map.line, column: map.column, offset: map.offset,
                message: "there is no language rule called \"\(map.languageRule)\"",
                hint: document.groups.keys.sorted().prefix(12).joined(separator: ", "))
        }
    }

    /// Okapi's options change what comes out; whoever made the file with them should know.
    private func readExtension(_ element: XMLElement, _ place: XMLPlace) {
        guard element.namespace == "http://okapi.sf.net/srx-extensions" else { return }
        isOkapi = true
        guard element.name == "options" else { return }
        if element["useIcu4jBreakRules"] == "yes" {
            warn(
                "srx.extension", place, "the breaks of ICU that Okapi adds to these rules are not added",
                "--srx-mode add decides the rest by rules of our own")
        }
        if element["oneSegmentIncludesAll"] == "yes" {
            warn("srx.extension", place, "Okapi's oneSegmentIncludesAll is not followed", nil)
        }
    }

    // MARK: Values

    private func flag(_ element: XMLElement, _ name: String, _ place: XMLPlace) throws -> Bool? {
        switch element[name] {
        case nil: return nil
        case "yes": return true
        case "no": return false
        case let value?:
            throw error("srx.value", place, "\(name)=\"\(value)\" in <\(element.name)>", "yes or no")
        }
    }

    private func pattern(_ text: UTF8Text, _ place: XMLPlace) throws -> SRXPattern {
        try checker.pattern(text, isOkapi: isOkapi, file: file, at: place, report: report)
    }

    private func twice(_ name: String, _ place: XMLPlace) -> Diagnostic {
        error("srx.element", place, "a rule has two <\(name)>", nil)
    }

    private func error(_ code: String, _ place: XMLPlace, _ message: String, _ hint: String?) -> Diagnostic {
        Diagnostic(.error, code: code, file: file, at: place, message: message, hint: hint)
    }

    private func warn(_ code: String, _ place: XMLPlace, _ message: String, _ hint: String?) {
        report(Diagnostic(.warning, code: code, file: file, at: place, message: message, hint: hint))
    }
}
