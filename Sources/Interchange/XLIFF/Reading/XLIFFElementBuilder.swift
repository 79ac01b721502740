internal import ByteXML
internal import TranslationMemory
internal import UnicodeText

/// Gathers an element whole, within a limit.
struct XLIFFElementBuilder {
    private var stack: [XLIFFElement] = []
    private var text: [UInt8] = []
    private var size = 0
    let limit: Int

    /// - Parameter limit: bytes of text and attributes; an element counts for some too.
    init(limit: Int) { self.limit = limit }

    var isOpen: Bool { !stack.isEmpty }
    var isTooLong: Bool { size > limit }

    mutating func open(_ element: XMLElement) {
        closeText()
        size += 64
        for attribute in element.attributes { size += 32 + attribute.name.utf8.count + attribute.value.utf8.count }
        stack.append(
            XLIFFElement(
                element.name, namespace: element.namespace,
                attributes: element.attributes.map { Attribute($0.name, $0.value) }))
    }

    /// The element when it was the outermost one.
    mutating func close() -> XLIFFElement? {
        closeText()
        guard let done = stack.popLast() else { return nil }
        guard !stack.isEmpty else {
            size = 0
            return done
        }
        stack[stack.count - 1].content.append(.element(done))
        return nil
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        size += bytes.count
        text.append(contentsOf: bytes)
    }

    mutating func comment(_ comment: String) {
        closeText()
        size += 64 + comment.utf8.count
        stack[stack.count - 1].content.append(.comment(comment))
    }

    private mutating func closeText() {
        guard !text.isEmpty, !stack.isEmpty else { return }
        stack[stack.count - 1].content.append(.text(UTF8Text(unchecked: text)))
        text.removeAll(keepingCapacity: true)
    }
}
