internal import ByteXML
internal import Terminology
internal import UnicodeText

/// Follows the structure of a TBX file; `TBXEntryBuilder` takes what it finds.
final class TBXHandler: XMLTagHandler {
    /// What an open element is.
    private enum Frame {
        /// Nothing of its own: `text`, `body`, `fileDesc`, `termGrp`.
        case plain
        case header
        case entry(TBXEntryBuilder.Level)
        case group
        /// An element whose text is gathered.
        case leaf
        case inlineText
        /// An element whose text is passed over, and all in it.
        case skipped
    }

    private let file: String?
    private let limits: XMLLimits
    private let report: (Diagnostic) -> Void
    private var builder: TBXEntryBuilder
    private var glossary: Glossary
    private var description: [String] = []
    private var frames: [Frame] = []
    private var isInHeader = false
    private var level: TBXEntryBuilder.Level?
    private var leaf = TBXLeaf()
    private var isGathering = false
    /// Where the entries stand, if somebody asks.
    private(set) var places: TBXPlaces?

    init(
        name: String, file: String?, limits: XMLLimits, findsPlaces: Bool = false,
        report: @escaping (Diagnostic) -> Void
    ) {
        places = findsPlaces ? TBXPlaces() : nil
        self.file = file
        self.limits = limits
        self.report = report
        glossary = Glossary(name: name)
        builder = TBXEntryBuilder(file: file, report: report)
    }

    func start(_ tag: XMLTag) throws {
        let element = TBXElement(tag.name.local)
        guard let last = frames.last else { return try startRoot(tag, element) }
        switch last {
        case .skipped:
            frames.append(.skipped)
        case .leaf, .inlineText:
            // An element this knows nothing of may hold text.
            if case .inlineCode = element {
                isGathering = false
                frames.append(.skipped)
            } else {
                frames.append(.inlineText)
            }
        case .header:
            startInHeader(tag, element)
        case .plain, .entry, .group:
            if isInHeader {
                startInHeader(tag, element)
            } else if let level {
                startInEntry(tag, element, level)
            } else {
                startInBody(tag, element)
            }
        }
    }

    func end(_ tag: XMLTag) throws {
        guard let frame = frames.popLast() else { return }
        switch frame {
        case .plain:
            if places != nil, level == nil, !isInHeader, tag.name.local.equals("body") {
                places?.bodyEnd = tag.place.offset
            }
        case .inlineText: break
        case .skipped:
            switch frames.last {
            case .leaf, .inlineText: isGathering = true
            default: break
            }
        case .header: isInHeader = false
        case .group: if let level { builder.endGroup(at: level) }
        case .leaf:
            isGathering = false
            leaf.finishText()
            if isInHeader {
                takeHeader(leaf)
            } else if let level {
                builder.take(leaf, at: level)
            }
        case .entry(let ended):
            level = builder.end(ended, into: &glossary)
            if places != nil { places?.end(ended, tag.parser.range, isTaken: builder.isTaken) }
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard isGathering else { return }
        leaf.text.append(contentsOf: bytes)
        guard leaf.text.count <= limits.text else {
            throw Diagnostic(
                .error, code: "tbx.limit", file: file, at: leaf.place,
                message: "a text is longer than \(limits.text) bytes")
        }
    }

    private func takeHeader(_ leaf: TBXLeaf) {
        guard !leaf.text.isEmpty else { return }
        let text = String(decoding: leaf.text, as: UTF8.self)
        if case .title = leaf.element, glossary.title == nil {
            glossary.title = text
        } else {
            description.append(text)
        }
    }

    /// The glossary, after the last event.
    func finish() -> Glossary {
        glossary.description = description.joined(separator: "\n")
        if glossary.concepts.isEmpty {
            report(Diagnostic(.warning, code: "tbx.empty", file: file, message: "the file has no usable concept"))
        }
        return glossary
    }

    private func startRoot(_ tag: XMLTag, _ element: TBXElement) throws {
        guard case .root = element else {
            throw Diagnostic(
                .error, code: "tbx.root", file: file, at: tag.place,
                message: "this is no TBX: the document is <\(tag.name.local.text)>",
                hint: "a TBX file is <tbx> (version 3) or <martif> (version 2)")
        }
        if places != nil {
            places?.isVersion2 = !tag.name.local.equals("tbx")
            places?.isDCT = tag.value("style")?.equals("dct") ?? false
        }
        frames.append(.plain)
    }

    private func startInHeader(_ tag: XMLTag, _ element: TBXElement) {
        switch element {
        case .headerDetail: frames.append(.skipped)
        case .title, .paragraph, .note: startLeaf(tag, element)
        default: frames.append(.plain)
        }
    }

    private func startInBody(_ tag: XMLTag, _ element: TBXElement) {
        switch element {
        case .header:
            isInHeader = true
            frames.append(.header)
        case .back: open(.matter, tag)
        case .conceptEntry: open(.concept, tag)
        case .front: frames.append(.skipped)
        case .languageSection, .termSection, .termGroup, .term, .group, .note, .category:
            builder.misplaced(tag)
            frames.append(.skipped)
        default:
            frames.append(.plain)
        }
    }

    private func startInEntry(_ tag: XMLTag, _ element: TBXElement, _ level: TBXEntryBuilder.Level) {
        switch (element, level) {
        case (.languageSection, .concept): open(.language, tag)
        case (.termSection, .language): open(.term, tag)
        case (.termGroup, .term): frames.append(.plain)
        case (.group, _), (.termGroup, _):
            builder.startGroup(tag, at: level)
            frames.append(.group)
        case (.conceptEntry, _), (.languageSection, _), (.termSection, _), (.back, _), (.front, _):
            builder.misplaced(tag)
            frames.append(.skipped)
        default:
            startLeaf(tag, element)
        }
    }

    private func open(_ level: TBXEntryBuilder.Level, _ tag: XMLTag) {
        self.level = level
        builder.start(level, tag)
        if places != nil { places?.start(level, tag.parser.range) }
        frames.append(.entry(level))
    }

    private func startLeaf(_ tag: XMLTag, _ element: TBXElement) {
        leaf.start(tag, element)
        isGathering = true
        frames.append(.leaf)
    }
}
