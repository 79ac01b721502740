internal import UnicodeText

/// Keeps of a page's bylines and captions those that are of its story: a name once, the words of pictures that stand in
/// it, and galleries not at all. Finds the byline that only the page's claims tell.
struct NamedLines {
    let claims: PageClaims
    let container: BodyContainer
    let body: BodyRegion

    /// A caption further from the story's first or last line is of another.
    private static let reach = 3
    /// So many captions in a row are a gallery's.
    private static let galleryLength = 3

    func settle(_ lines: inout [LabelledBlock]) {
        guard !body.range.isEmpty else { return }
        nameAuthors(&lines)
        dropBylines(&lines)
        dropCaptions(&lines)
    }

    /// A short line between the headline and the story that holds an author's name and little else.
    private func nameAuthors(_ lines: inout [LabelledBlock]) {
        guard !lines.contains(where: { $0.block.kind == .byline }) else { return }
        let names = claims.authors.map { WordHashes.hashes(of: (try? CaseMapping.fold($0)) ?? $0) }
            .filter { $0.count >= 2 }
        guard !names.isEmpty else { return }
        for index in lines.indices.prefix(body.range.lowerBound).suffix(20) {
            let line = lines[index]
            guard line.block.kind == .boilerplate, line.features.words <= 12, line.place.reasons.isEmpty else {
                continue
            }
            let words = WordHashes.hashes(of: line.folded)
            guard names.contains(where: { WordHashes.likeness($0, words) >= 0.65 }) else { continue }
            lines[index].block.reason = nil
            lines[index].label(.byline, "json-ld:author")
            return
        }
    }

    /// A byline without a name ("Share", "follow" in the author's box) and those that come again.
    private func dropBylines(_ lines: inout [LabelledBlock]) {
        var known: [[UInt64]] = []
        var isAbove = false
        for index in lines.indices where lines[index].block.kind == .byline {
            let line = lines[index]
            let words = WordHashes.hashes(of: line.folded)
            let isNameless = words.count < 2
            let isKnown = known.contains { WordHashes.likeness($0, words) >= 0.65 }
            // The author's box below a story says who was named above it.
            let isBox = index >= body.range.upperBound && isAbove
            if isNameless || isKnown || isBox {
                lines[index].remove(
                    isNameless ? line.strongestReason ?? .navigation : .duplicate,
                    isKnown ? "byline-again" : "no-byline")
                continue
            }
            if index < body.range.lowerBound { isAbove = true }
            if known.count < 8 { known.append(words) }
        }
    }

    private func dropCaptions(_ lines: inout [LabelledBlock]) {
        var known: Set<UTF8Text> = []
        var first = 0
        let captions = lines.indices.filter { lines[$0].block.kind == .caption }
        while first < captions.count {
            // Captions in a row but for lines that are no copy.
            var end = first + 1
            while end < captions.count,
                !(captions[end - 1] + 1..<captions[end]).contains(where: { lines[$0].block.kind.isKept })
            {
                end += 1
            }
            let isGallery = Set(captions[first..<end].map { lines[$0].folded }).count >= Self.galleryLength
            for index in captions[first..<end] {
                let isNear =
                    body.range.contains(index)
                    || index >= body.range.lowerBound - Self.reach
                        && index < body.range.upperBound + Self.reach
                if isGallery {
                    lines[index].remove(.furniture, "gallery")
                } else if !isNear || !container.contains(lines[index]) && index >= body.range.upperBound {
                    lines[index].remove(lines[index].strongestReason ?? .furniture, "outside-body")
                } else if !known.insert(lines[index].folded).inserted {
                    lines[index].remove(.duplicate, "duplicate")
                }
            }
            first = end
        }
    }
}
