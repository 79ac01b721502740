internal import UnicodeText

/// Where in a TBX file its parts stand, in bytes.
struct TBXPlaces {
    var isVersion2 = false
    var isDCT = false
    /// Start to end of each entry that became a concept, in their order.
    var entries: [ByteRange] = []
    /// Where `</body>` begins, or what stands behind `<body/>`; `nil` for a file without a body.
    var bodyEnd: Int?
}
