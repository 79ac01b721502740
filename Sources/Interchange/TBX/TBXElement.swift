internal import ByteXML

/// What an element of TBX is for (ISO 30042:2008 and ISO 30042:2019, core structure).
enum TBXElement {
    case root
    case header
    /// Parts of the header that tell how the file is made, not what it is.
    case headerDetail
    case title, paragraph
    /// `back`: people and works the entries refer to.
    case back
    case front
    case conceptEntry, languageSection, termSection
    /// `termGrp`, which version 2 has between `ntig` and `term`.
    case termGroup
    case term
    /// `descripGrp`, `transacGrp` …: a category with what is said about it; in `back`, what is said of a person or work.
    case group
    case note
    /// A category whose name stands in its `type`.
    case category
    /// Markup in text whose content is text.
    case inlineText
    /// Markup in text whose content is a code of another format.
    case inlineCode
    /// None of the core structure: in the DCT style, a category of that name.
    case other

    /// - Parameter name: the name without prefix. Every name is compared once at most with each of its length.
    init(_ name: UnsafeBufferPointer<UInt8>) {
        self = .other
        switch name.count {
        case 1: if name.equals("p") { self = .paragraph }
        case 2:
            if name.equals("hi") {
                self = .inlineText
            } else if name.equals("ph") || name.equals("it") || name.equals("ut") || name.equals("sc")
                || name.equals("ec")
            {
                self = .inlineCode
            }
        case 3:
            if name.equals("tig") {
                self = .termSection
            } else if name.equals("ref") {
                self = .category
            } else if name.equals("tbx") || name.equals("TBX") {
                self = .root
            } else if name.equals("bpt") || name.equals("ept") {
                self = .inlineCode
            } else if name.equals("sub") {
                self = .inlineText
            }
        case 4:
            if name.equals("term") {
                self = .term
            } else if name.equals("note") {
                self = .note
            } else if name.equals("ntig") {
                self = .termSection
            } else if name.equals("xref") || name.equals("date") {
                self = .category
            } else if name.equals("item") {
                self = .category
            } else if name.equals("back") {
                self = .back
            }
        case 5:
            if name.equals("admin") {
                self = .category
            } else if name.equals("title") {
                self = .title
            } else if name.equals("front") {
                self = .front
            }
        case 6: if name.equals("martif") || name.equals("MARTIF") { self = .root }
        default: self = Self.long(name)
        }
    }

    private static func long(_ name: UnsafeBufferPointer<UInt8>) -> TBXElement {
        switch name.count {
        case 7:
            if name.equals("termSec") { return .termSection }
            if name.equals("langSec") || name.equals("langSet") { return .languageSection }
            if name.equals("descrip") || name.equals("transac") { return .category }
            if name.equals("termGrp") { return .termGroup }
            if name.equals("foreign") { return .inlineText }
            if name.equals("itemSet") || name.equals("itemGrp") { return .group }
        case 8:
            if name.equals("termNote") || name.equals("termComp") { return .category }
            if name.equals("adminGrp") { return .group }
        case 9:
            if name.equals("termEntry") { return .conceptEntry }
            if name.equals("adminNote") { return .category }
            if name.equals("tbxHeader") { return .header }
            if name.equals("refObject") { return .group }
        case 10:
            if name.equals("descripGrp") || name.equals("transacGrp") { return .group }
        case 11:
            if name.equals("descripNote") || name.equals("transacNote") { return .category }
            if name.equals("termNoteGrp") || name.equals("termCompGrp") { return .group }
        case 12:
            if name.equals("conceptEntry") { return .conceptEntry }
            if name.equals("martifHeader") { return .header }
            if name.equals("encodingDesc") || name.equals("revisionDesc") { return .headerDetail }
            if name.equals("termCompList") || name.equals("refObjectSec") { return .group }
        case 13:
            if name.equals("refObjectList") { return .group }
        default: break
        }
        return .other
    }
}
