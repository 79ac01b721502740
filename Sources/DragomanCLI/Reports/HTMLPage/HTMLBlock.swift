import Dragoman

/// The rows of a block: what it is, its source, its clean text.
struct HTMLBlock {
    let article: Article
    /// Identifier of the file.
    let id: String
    let writer: HTMLWriter
    private let languages: BlockLanguage

    init(article: Article, id: String, writer: HTMLWriter) {
        self.article = article
        self.id = id
        self.writer = writer
        languages = BlockLanguage(article)
    }

    private var source: UTF8Text { article.source.text }

    func write(_ index: Int, gap: ByteRange, line: Int) throws {
        let block = article.blocks[index]
        let isBlank = source.trimmed(gap).isEmpty
        if !isBlank { try between(gap) }
        let language = " lang=\"\(languages.language(of: block))\" dir=\"auto\""
        var isFirst = true
        var line = line
        for row in SideBySideRows(block, in: source) {
            try begin(block, row)
            if isFirst { try writer.markup(" id=\"\(id)b\(index + 1)\"") }
            try writer.markup("><div class=\"what\">")
            try writer.markup("<span class=\"n\">\(line)</span>")
            if isFirst { try HTMLBlockLabel(block: block, source: article.source, writer: writer).write() }
            try writer.markup("</div><div class=\"src\"\(language)>")
            if isFirst, isBlank, !gap.isEmpty {
                try writer.markup("<span hidden=\"hidden\">")
                try writer.text(source, gap, .hidden)
                try writer.markup("</span>")
            }
            try left(row)
            try writer.markup("</div>")
            if block.kind.isKept {
                try writer.markup("<div class=\"copy\"\(language)>")
                try right(row, block)
            } else {
                try writer.markup("<div class=\"copy\">")
                if isFirst { try writer.markup("left out") }
            }
            try writer.markup("</div></div>\n")
            line += lineEnds(row)
            isFirst = false
        }
    }

    /// What stands behind the last block.
    func writeRest(_ range: ByteRange) throws {
        guard !range.isEmpty else { return }
        if source.trimmed(range).isEmpty {
            try writer.markup("<div class=\"src\" hidden=\"hidden\">")
            try writer.text(source, range, .hidden)
            try writer.markup("</div>\n")
        } else {
            try between(range)
        }
    }

    /// Bytes of the source that gave no block: markup above all.
    private func between(_ range: ByteRange) throws {
        try writer.markup(
            "<details class=\"gap\"><summary>\(range.count) bytes between</summary><div class=\"src\" dir=\"ltr\">")
        try writer.text(source, range, .running)
        try writer.markup("</div></details>\n")
    }

    private func begin(_ block: Block, _ row: SideBySideRows.Row) throws {
        let state: String
        if !block.kind.isKept {
            state = "cut"
        } else if row.edits == 0 {
            state = "same"
        } else {
            let isLayout = row.parts.allSatisfy { part in
                if case .edit(let edit) = part { EditRule.isLayout(edit) } else { true }
            }
            state = isLayout ? "layout" : "changed"
        }
        try writer.markup("<div class=\"row \(block.kind.rawValue) \(state)\"")
    }

    private func left(_ row: SideBySideRows.Row) throws {
        for part in row.parts {
            switch part {
            case .same(let range, _): try writer.text(source, range, .running)
            case .edit(let edit): try mark("del", edit, source, edit.source, "inserted")
            }
        }
    }

    private func right(_ row: SideBySideRows.Row, _ block: Block) throws {
        for part in row.parts {
            switch part {
            case .same(_, let range): try writer.text(block.text, range, .running)
            case .edit(let edit): try mark("ins", edit, block.text, edit.target, "taken out")
            }
        }
    }

    /// One side of an edit; a thin line where this side has nothing.
    private func mark(_ element: String, _ edit: Edit, _ text: UTF8Text, _ range: ByteRange, _ absent: String) throws {
        let isLayout = EditRule.isLayout(edit)
        let kind = (isLayout ? ["m"] : []) + (range.isEmpty ? ["at"] : [])
        try writer.markup("<\(element)")
        if !kind.isEmpty { try writer.markup(" class=\"\(kind.joined(separator: " "))\"") }
        // Tags would decide the direction of a text written from the right.
        if edit.rules.contains("markup"), element == "del" { try writer.markup(" dir=\"ltr\"") }
        try writer.markup(" title=\"")
        if range.isEmpty { try writer.markup("\(absent): ") }
        try writer.escaped(edit.rules.joined(separator: ", "))
        try writer.markup("\">")
        try writer.text(text, range, .edit)
        try writer.markup("</\(element)>")
    }

    private func lineEnds(_ row: SideBySideRows.Row) -> Int {
        var count = 0
        for part in row.parts {
            let range =
                switch part {
                case .same(let source, _): source
                case .edit(let edit): edit.source
                }
            for byte in source.bytes[range] where byte == 0x0A { count += 1 }
        }
        return count
    }
}
