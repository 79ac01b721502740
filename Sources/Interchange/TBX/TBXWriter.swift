public import ByteXML
public import Terminology
internal import UnicodeText

/// Writes TBX version 3 (ISO 30042:2019), dialect TBX-Basic in the style DCA.
///
/// The same glossary gives the same bytes; a line holds one element, indented by two blanks, so that people can read a
/// file and compare two. What the fields of a concept or a term do not hold is written from their `other`; what
/// TBX-Basic has no category for (a reliability, as a note in IATE's way; a forbidden term) is written so that
/// `TBXReader` finds it again. Terms and sections without text are left out, and so are characters that no XML may hold.
public enum TBXWriter {
    /// - Throws: what `sink` throws.
    public static func write(_ glossary: Glossary, to sink: @escaping ByteSink) throws {
        var output = TBXOutput(sink)
        try output.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        try output.line(
            "<tbx xmlns=\"urn:iso:std:iso:30042:ed-2\" type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\">")
        output.depth += 1
        try header(glossary, &output)
        try output.open("text")
        try output.open("body")
        for concept in glossary.concepts { try TBXEntryWriter.write(concept, &output) }
        try output.close("body")
        if !glossary.other.isEmpty {
            try output.open("back")
            try TBXOtherEntries(glossary.other).writeRest([], &output)
            try output.close("back")
        }
        try output.close("text")
        output.depth -= 1
        try output.line("</tbx>")
        try output.flush()
    }

    /// A description of the source must be there.
    private static func header(_ glossary: Glossary, _ output: inout TBXOutput) throws {
        let lines = glossary.description.split(whereSeparator: \.isNewline).map(String.init)
        try output.open("tbxHeader")
        try output.open("fileDesc")
        if let title = glossary.title, !title.isEmpty {
            try output.open("titleStmt")
            try output.element("title", value: title)
            try output.close("titleStmt")
        }
        try output.open("sourceDesc")
        for line in lines { try output.element("p", value: line) }
        if lines.isEmpty { try output.line("<p/>") }
        try output.close("sourceDesc")
        try output.close("fileDesc")
        try output.close("tbxHeader")
    }
}
