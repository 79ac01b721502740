internal import UnicodeText

/// A paragraph or line before clean-up, with what its place in the page says of it.
struct RawBlock {
    var extent: ByteRange
    /// The text of the extent with markup taken out.
    var text: UTF8Text
    /// From the bytes of `extent` to `text`.
    var edits: EditMap
    var place = PagePlace()
    /// Whether "&amp;" in the text is meant as it stands, for the format's own references are resolved.
    var hasResolvedReferences = false
}

/// What HTML or another format says of a block; empty for plain text.
struct PagePlace: Equatable {
    /// The block's element or field: `h1`, `p`, `li`, `figcaption`, `versioncreated`.
    var element = ""
    /// Reasons given by the elements around it, the nearest last.
    var reasons: [BoilerplateReason] = []
    /// Share of the letters that are link text, 0...1.
    var linkShare = 0.0
    /// Inside `article` or `main`, or under `itemprop="articleBody"`.
    var isInArticle = false
    var isByline = false
    var isQuotation = false
    /// `datetime` of a `time` element in the block; ISO 8601 with a declared kind.
    var dateTime: String?
    /// Index of the block's element in the tree of the page, -1 outside of one.
    var node: Int32 = -1
    /// The kind a format gives the block, which is then not guessed. Boilerplate takes the last of `reasons`.
    var declaredKind: BlockKind?
}
