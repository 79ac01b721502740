internal import UnicodeText

/// The entries of one or more data files by section, as they stand, each once.
struct SRXExportWords {
    private var sections: [DataFile.Section: [String]] = [:]

    /// The files, the most general first: a later one adds to it or takes from it.
    init(_ files: [DataFile]) {
        for entry in files.flatMap(\.entries) {
            let text = String(decoding: entry.text, as: UTF8.self)
            sections[entry.section, default: []].removeAll { $0.utf8.elementsEqual(text.utf8) }
            if !entry.isRemoval { sections[entry.section, default: []].append(text) }
        }
    }

    subscript(section: DataFile.Section) -> [String] { sections[section] ?? [] }

    func has(_ setting: DataFile.Setting) -> Bool { self[.settings].contains(setting.rawValue) }

    /// Abbreviations of some sections with their last mark, as a pattern; `nil` if there are none.
    func abbreviations(_ wanted: [DataFile.Section]) -> String? {
        let entries = wanted.flatMap { self[$0] }
        var words: [String] = []
        var marked: [String] = []
        var suffixes: [String] = []
        for entry in entries {
            // Without its full stop; "Yahoo!" keeps its mark.
            let text = entry.hasSuffix(".") ? String(entry.dropLast()) : entry
            if text.hasPrefix("*") {
                suffixes.append(String(text.dropFirst()))
            } else if text.hasSuffix("!") {
                marked.append(text)
            } else {
                words.append(text)
            }
        }
        let prefixes = self[.prefixes]
        let prefix = prefixes.isEmpty ? "" : SRXExportPattern.any(prefixes) + "?"
        var patterns: [String] = []
        if !words.isEmpty {
            var pattern = SRXExportPattern.wordStart + prefix + SRXExportPattern.any(words)
            // A capitalised one is also found behind letters that are written onto it: "kaMnu."
            let attachable = words.filter { word in
                let bytes = Array(word.utf8.prefix(2))
                return bytes.count == 2 && bytes[0].isASCIIUpper && bytes[1].isASCIILower
            }
            if !attachable.isEmpty {
                pattern = "(?:" + pattern + #"|(?<=\p{L})"# + SRXExportPattern.any(attachable) + ")"
            }
            patterns.append(pattern + #"\."#)
        }
        if !suffixes.isEmpty { patterns.append(#"\p{L}"# + SRXExportPattern.any(suffixes) + #"\."#) }
        if !marked.isEmpty { patterns.append(SRXExportPattern.wordStart + SRXExportPattern.any(marked)) }
        guard let first = patterns.first else { return nil }
        return patterns.count == 1 ? first : "(?:" + patterns.joined(separator: "|") + ")"
    }
}
