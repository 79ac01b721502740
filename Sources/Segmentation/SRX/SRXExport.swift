internal import ByteXML
public import UnicodeText

/// Writes the package's own rules as SRX 2.0, as far as SRX can say them.
///
/// One language rule for each language with data, one for each script, and one for all; they cascade in this order, so
/// that a program with Java's or ICU's regular expressions decides as we do in most places. What SRX has no way to say
/// is named in a comment of the file.
public enum SRXExport {
    /// - Parameter languages: languages with data of their own or of their script; `nil` for all.
    /// - Throws: what the sink throws.
    public static func write(_ languages: [LanguageTag]?, to sink: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        try withoutActuallyEscaping(sink) { sink in
            var writer = XMLWriter(sink)
            try writer.raw(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <!--
                \(limits)-->
                <srx xmlns="http://www.lisa.org/srx20" version="2.0">
                  <header segmentsubflows="yes" cascade="yes">
                    <formathandle type="start" include="no"/>
                    <formathandle type="end" include="yes"/>
                    <formathandle type="isolated" include="yes"/>
                  </header>
                  <body>
                    <languagerules>

                """)
            let groups = SRXExportGroup.groups(for: languages)
            for group in groups { try write(group, to: &writer) }
            try writer.raw("    </languagerules>\n    <maprules>\n")
            for group in groups {
                try writer.raw("      <languagemap")
                try writer.attribute("languagepattern", group.languagePattern)
                try writer.attribute("languagerulename", group.name)
                try writer.raw("/>\n")
            }
            try writer.raw("    </maprules>\n  </body>\n</srx>\n")
            try writer.flush()
        }
    }

    private static func write(_ group: SRXExportGroup, to writer: inout XMLWriter) throws {
        try writer.raw("      <languagerule")
        try writer.attribute("languagerulename", group.name)
        try writer.raw(">\n")
        for rule in group.rules {
            try writer.raw("        <!-- \(rule.note) -->\n        <rule break=\"\(rule.isBreak ? "yes" : "no")\">\n")
            try writer.raw("          <beforebreak>")
            try writer.text(rule.before)
            try writer.raw("</beforebreak>\n          <afterbreak>")
            try writer.text(rule.after)
            try writer.raw("</afterbreak>\n        </rule>\n")
        }
        try writer.raw("      </languagerule>\n")
    }

    /// What an SRX file cannot say, for whoever reads the file.
    private static let limits = """
          Rules of Dragoman in SRX 2.0. They were made for ICU's regular expressions and keep to what Java's know as well.

          Not said here, for SRX has no words for it:
          - quotations that stay whole, and whether a neutral quote (") opens or closes by the number of those before it;
          - wrapped lines: here each line end breaks;
          - lists within a line whose markers are no figures from 1 on: a) ... b) ...;
          - a time at the front of a short sentence: At 5 a.m. Mr. Smith went;
          - abbreviations in a line of capitals (DR.);
          - the script of the text: it follows from the language here;
          - a speaker with an apposition between commas behind a quotation.

        """
}
