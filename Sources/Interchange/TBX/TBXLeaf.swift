internal import ByteXML
internal import Terminology
internal import UnicodeText

/// An element with text while it is read.
struct TBXLeaf {
    private(set) var element = TBXElement.other
    /// The element in the DCA style, and for the DCT style empty.
    private(set) var name = ""
    /// The category: the value of `type`, and in the DCT style the element's name.
    private(set) var type: [UInt8] = []
    /// Other attributes, name and value.
    private(set) var attributes: [[String]] = []
    private(set) var place = XMLPlace(line: 0, column: 0, offset: 0)
    private var keepsSpace = false
    var text: [UInt8] = []

    mutating func start(_ tag: XMLTag, _ element: TBXElement) {
        self.element = element
        place = tag.place
        text.removeAll(keepingCapacity: true)
        type.removeAll(keepingCapacity: true)
        if !attributes.isEmpty { attributes = [] }
        keepsSpace = false
        if case .other = element {
            name = ""
            type.append(contentsOf: tag.name.local)
        } else {
            name = tag.name.local.text
        }
        let isCategory = type.isEmpty
        tag.forEachAttribute { name, value in
            if isCategory, name.namespace.isEmpty, name.local.equals("type") {
                type.append(contentsOf: value)
            } else if name.isOfXML, name.local.equals("space") {
                keepsSpace = value.equals("preserve")
            } else {
                attributes.append([name.attributeName, value.text])
            }
        }
    }

    /// Takes the blanks away that stand in the file for its looks: those at the ends, and line breaks with the blanks
    /// around them, which become one blank. `xml:space="preserve"` keeps all.
    mutating func finishText() {
        guard !keepsSpace else { return }
        var start = 0
        var end = text.count
        while start < end, Self.isBlank(text[start]) { start += 1 }
        while end > start, Self.isBlank(text[end - 1]) { end -= 1 }
        if end < text.count { text.removeSubrange(end...) }
        if start > 0 { text.removeSubrange(..<start) }
        guard text.contains(where: Self.isBreak) else { return }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            guard Self.isBlank(text[index]) else {
                result.append(text[index])
                index += 1
                continue
            }
            let first = index
            while index < text.count, Self.isBlank(text[index]) { index += 1 }
            if text[first..<index].contains(where: Self.isBreak) {
                result.append(0x20)
            } else {
                result.append(contentsOf: text[first..<index])
            }
        }
        text = result
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || isBreak(byte) }
    private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
