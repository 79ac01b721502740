internal import UnicodeText

/// A language's data file: sections of words.
///
/// A line `[section]` begins a section; every other line holds entries of it, parted by white space; `#` at the
/// start of a line or behind white space begins a comment; without white space it is part of an entry. An entry with `-` before it is taken away from what
/// a more general file said. An abbreviation with `*` before it stands for all words that end so.
struct DataFile: Sendable {
    enum Section: String, Sendable, CaseIterable {
        /// The script the language is written in: the file `und-<script>.txt` is read before this one.
        case script
        /// In `und.txt`: `Hira:Hani`, the script whose file serves another script.
        case scripts
        case dots, ellipses, marks, stops, bullets
        case titles, numbers, inner, ending, final
        case starters, followers, months, fronting, quotatives, capitals, words, elided, particles
        case prefixes, continuations, speech, announcements
        case settings
    }

    enum Setting: String, Sendable, CaseIterable {
        case ordinals
        case reversedQuotes = "reversed-quotes"
        case sameQuotes = "same-quotes"
        case breaksBeforeLowerCase = "breaks-before-lower-case"
    }

    struct Entry: Sendable, Hashable {
        let section: Section
        let text: [UInt8]
        let isRemoval: Bool
        /// One-based.
        let line: Int
    }

    private(set) var entries: [Entry] = []
    /// What is wrong with the file; none in the files that are shipped.
    private(set) var problems: [Diagnostic] = []

    /// The script that the file names.
    var script: String? {
        entries.first { $0.section == .script }.map { String(decoding: $0.text, as: UTF8.self) }
    }

    /// Reads a file. O(n).
    init(_ bytes: some Collection<UInt8>) {
        var section: Section?
        var number = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            if line.first == 0x5B {
                let name = line.dropFirst().prefix { $0 != 0x5D }
                section = Section(rawValue: String(decoding: name, as: UTF8.self))
                if section == nil { report("unknown section", number) }
                continue
            }
            for word in line.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
                if word.first == 0x23 { break }
                guard let section else {
                    report("entry outside of a section", number)
                    break
                }
                add(Array(word), section, number)
            }
        }
    }

    private mutating func add(_ word: [UInt8], _ section: Section, _ line: Int) {
        let isRemoval = word.count > 1 && word[0] == 0x2D
        let text = isRemoval ? Array(word.dropFirst()) : word
        if section == .settings, Setting(rawValue: String(decoding: text, as: UTF8.self)) == nil {
            report("unknown setting", line)
            return
        }
        entries.append(Entry(section: section, text: text, isRemoval: isRemoval, line: line))
    }

    private mutating func report(_ message: String, _ line: Int) {
        problems.append(Diagnostic(.error, code: "segmentation.data", line: line, message: message))
    }
}
