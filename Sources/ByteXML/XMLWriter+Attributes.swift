extension XMLWriter {
    /// Attributes by the names that `XMLElement` gives them; each of another namespace gets a prefix of its own.
    ///
    /// One whose name cannot be one, or was there before, is left out.
    package mutating func attributes(_ attributes: [(name: String, value: String)]) throws {
        var seen: [String] = []
        for (name, value) in attributes where !seen.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
            seen.append(name)
            if let (namespace, local) = Self.qualified(name) {
                try attribute("xmlns:a\(seen.count)", namespace)
                try attribute("a\(seen.count):\(local)", value)
            } else if Self.isName(name) {
                try attribute(name, value)
            }
        }
    }

    /// `{namespace}name`
    private static func qualified(_ name: String) -> (namespace: String, local: String)? {
        guard name.utf8.first == UInt8(ascii: "{"), let end = name.utf8.lastIndex(of: UInt8(ascii: "}")) else {
            return nil
        }
        let namespace = String(name[name.utf8.index(after: name.startIndex)..<end])
        let local = String(name[name.utf8.index(after: end)...])
        return !namespace.isEmpty && isName(local) && !local.utf8.contains(UInt8(ascii: ":")) ? (namespace, local) : nil
    }

    /// A name of ASCII letters, digits and `-._`, with no prefix but `xml:`.
    package static func isName(_ name: String) -> Bool {
        let local = name.utf8.starts(with: "xml:".utf8) ? name.utf8.dropFirst(4) : name.utf8[...]
        guard let first = local.first, first | 0x20 >= 0x61 && first | 0x20 <= 0x7A || first == 0x5F else {
            return false
        }
        return !local.starts(with: "xmlns".utf8)
            && local.allSatisfy {
                $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D || $0 == 0x2E
                    || $0 == 0x5F
            }
    }
}
