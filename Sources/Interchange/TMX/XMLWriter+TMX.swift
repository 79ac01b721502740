internal import ByteXML
internal import TranslationMemory
internal import UnicodeText

/// Elements of TMX as they are in memory: what is strict about them was made before.
extension XMLWriter {
    /// Everything in front of the first unit.
    mutating func begin(_ header: TMXHeader) throws {
        try raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx")
        if !header.version.isEmpty { try attribute("version", header.version) }
        try raw(">\n  <header")
        try attributes(header.attributes)
        if header.annotations.isEmpty, header.encodings.isEmpty {
            try raw("/>\n")
        } else {
            try raw(">\n")
            for annotation in header.annotations { try self.annotation(annotation, indent: "    ") }
            for encoding in header.encodings {
                try raw("    <ude")
                try attributes(encoding.attributes)
                try raw(">\n")
                for map in encoding.maps {
                    try raw("      <map")
                    try attributes(map)
                    try raw("/>\n")
                }
                try raw("    </ude>\n")
            }
            try raw("  </header>\n")
        }
        try raw("  <body>\n")
    }

    /// Everything behind the last unit.
    mutating func end() throws {
        try raw("  </body>\n</tmx>\n")
        try flush()
    }

    mutating func attributes(_ attributes: [Attribute]) throws {
        try self.attributes(attributes.map { ($0.name, $0.value) })
    }

    /// A `note` or `prop` with all its attributes.
    mutating func annotation(_ annotation: Annotation, indent: String) throws {
        let name = annotation.kind.rawValue
        try raw("\(indent)<\(name)")
        let type = annotation.kind == .property ? [Attribute("type", annotation.type)] : []
        try attributes(type + annotation.attributes)
        try raw(">")
        try text(annotation.text)
        try raw("</\(name)>\n")
    }

    /// The text and codes of a segment, each code as the element it was read from.
    mutating func segment(_ segment: InlineText) throws {
        if segment.codes.isEmpty { return try text(segment.text) }
        var position = 0
        // An end of `hi` without a start, and a start without an end, would not be well-formed.
        var open = 0
        for code in segment.codes {
            let end = min(max(position, code.position), segment.text.count)
            try text(segment.text[position..<end])
            position = end
            switch code.kind {
            case .highlightStart:
                open += 1
                try raw("<hi")
                try attributes(code.attributes)
                try raw(">")
            case .highlightEnd:
                guard open > 0 else { continue }
                open -= 1
                try raw("</hi>")
            default:
                try element(code)
            }
        }
        try text(segment.text[position..<segment.text.count])
        for _ in 0..<open { try raw("</hi>") }
    }

    private mutating func element(_ code: InlineCode) throws {
        var name = code.kind.rawValue
        var own = code.attributes
        // The name of an element that TMX does not know (`TMXSegmentBuilder`).
        if code.kind == .unknown, let first = own.first, first.name == "element", Self.isName(first.value) {
            name = first.value
            own.removeFirst()
        }
        try raw("<\(name)")
        try attributes(own)
        if code.content.isEmpty { return try raw("/>") }
        try raw(">")
        for content in code.content {
            switch content {
            case .text(let native):
                try text(native)
            case .sub(let attributes, let inner):
                try raw("<sub")
                try self.attributes(attributes)
                try raw(">")
                try segment(inner)
                try raw("</sub>")
            }
        }
        try raw("</\(name)>")
    }
}
