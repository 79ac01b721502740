import Dragoman

/// A page that shows the source of press copy beside the clean copy: one file, no script, nothing from outside.
///
/// It is written as it is made; identifiers are those of the order (`f1b12` is block 12 of file 1), so that the same
/// input gives the same page.
struct HTMLPage {
    private let writer: HTMLWriter
    /// The files of the page; the contents come before any of them is read.
    private let names: [String]
    private var count = 0

    init(names: [String], to out: OutputFile) {
        self.names = names.map { $0 == "-" ? "standard input" : $0 }
        writer = HTMLWriter(out: out)
    }

    /// Everything before the first file.
    func begin() throws {
        try writer.markup(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <title>
            """)
        try writer.escaped(names.count == 1 ? names[0] : "\(names.count) files")
        try writer.markup(" – source and clean copy</title>\n<style>\(HTMLStyle.sheet)</style>\n</head>\n<body>\n")
        try writer.markup(HTMLStyle.key)
        guard names.count > 1 else { return }
        try writer.markup("<nav aria-label=\"Files\">\n<ol>\n")
        for (index, name) in names.enumerated() {
            try writer.markup("<li><a href=\"#f\(index + 1)\"><bdi>")
            try writer.escaped(name)
            try writer.markup("</bdi></a></li>\n")
        }
        try writer.markup("</ol>\n</nav>\n")
    }

    /// The next file.
    mutating func add(_ article: Article) throws {
        try beginFile()
        try HTMLArticle(article: article, id: "f\(count)", writer: writer).write()
        try writer.markup("</section>\n")
    }

    /// The next file, which could not be read.
    mutating func add(_ failure: Diagnostic) throws {
        try beginFile()
        try writer.element("p", class: "error", "\(failure.message)")
        if let hint = failure.hint { try writer.element("p", class: "hint", hint) }
        try writer.markup("</section>\n")
    }

    /// Everything behind the last file.
    func end() throws { try writer.markup("</body>\n</html>\n") }

    private mutating func beginFile() throws {
        count += 1
        try writer.markup("<section class=\"file\" id=\"f\(count)\">\n<h1><bdi>")
        try writer.escaped(count <= names.count ? names[count - 1] : "")
        try writer.markup("</bdi></h1>\n")
    }
}
