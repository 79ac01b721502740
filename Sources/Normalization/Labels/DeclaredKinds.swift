internal import UnicodeText

extension Labeller {
    /// Gives every block its kind: what a format declares is obeyed, the rest is guessed as if it stood alone.
    func label(_ lines: inout [LabelledBlock], tree: PageTree? = nil) {
        guard lines.contains(where: { $0.isOfPage && $0.place.declaredKind != nil }) else {
            return guess(&lines, LineSurvey(lines), tree: tree)
        }
        var rest = lines.filter { $0.place.declaredKind == nil }
        guess(&rest, LineSurvey(rest), tree: tree)
        let hasHeadline = lines.contains { $0.place.declaredKind == .headline }
        var guessed = rest[...]
        for index in lines.indices {
            if lines[index].place.declaredKind != nil {
                lines[index].obeyDeclaration()
            } else if let next = guessed.popFirst() {
                lines[index] = next
                // A second headline under the one that is known.
                if hasHeadline, next.block.kind == .headline { lines[index].label(.subhead, "below-headline") }
            }
        }
    }
}

extension LabelledBlock {
    fileprivate mutating func obeyDeclaration() {
        guard let kind = place.declaredKind else { return }
        let rule = place.element.isEmpty ? "declared" : "declared:\(place.element)"
        if kind == .boilerplate { return remove(place.reasons.last ?? .furniture, rule) }
        label(kind, rule)
        if kind == .dateline { block.date = place.dateTime }
    }
}
