/// The formats press copy comes in.
public enum PressFormat: String, Sendable, CaseIterable {
    /// Lines and paragraphs, as pasted.
    case text
    case html
    /// News in JSON, IPTC, versions 1 to 3.
    case ninjs
    /// NewsML-G2, IPTC: `newsItem`, `newsMessage`, `packageItem`.
    case newsml
    /// News Industry Text Format, IPTC.
    case nitf
    /// Text messages with a header line, of IPTC 7901 and ANPA-1312.
    case iptc7901
    /// RSS 2.0, and RSS 1.0 in RDF.
    case rss
    /// Atom (RFC 4287).
    case atom
    /// Messages of RFC 5322 and MIME.
    case email
}
