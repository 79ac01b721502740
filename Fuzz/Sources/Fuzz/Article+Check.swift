import Normalization
import UnicodeText

extension Article {
    /// Every block is made out of its extent, is valid UTF-8, and leads back into the file.
    func check() {
        let text = source.text
        for block in blocks {
            require(block.extent.lowerBound >= 0 && block.extent.upperBound <= text.count, "extent \(block)")
            require(!block.text.isEmpty, "an empty block")
            require(block.edits.verifies(source: text[block.extent], target: block.text), "edits do not fit \(block)")
            require(block.edits.edits.allSatisfy { !$0.rules.isEmpty }, "an edit without a rule in \(block)")
            require(UTF8Validation.firstError(in: block.text.bytes) == nil, "not UTF-8 \(block.text.bytes)")
            for edit in block.edits.edits {
                require(
                    UTF8Validation.firstError(in: block.text[edit.target].bytes) == nil, "half a character \(block)")
                let start = block.extent.lowerBound
                let made = text[start + edit.source.lowerBound..<start + edit.source.upperBound]
                require(UTF8Validation.firstError(in: made.bytes) == nil, "of half a character \(block)")
            }
            require((block.kind == .boilerplate) == (block.reason != nil), "kind and reason \(block)")
            checkPlaces(of: block)
        }
    }

    private func checkPlaces(of block: Block) {
        var last = 0..<0
        for placed in block.text.placedScalars {
            let range = source.source(of: placed.range, in: block)
            require(range.upperBound <= source.bytes.count, "\(range) is outside the file, \(block)")
            require(
                range.lowerBound >= last.lowerBound && range.upperBound >= last.upperBound,
                "\(range) comes after \(last), \(block)")
            let isInserted = block.edits.source(of: placed.range).isEmpty
            require(!range.isEmpty || isInserted, "\(placed) came from nothing, \(block)")
            last = range
        }
    }

    /// Blocks of plain text follow one another.
    func checkOrder() {
        for (one, next) in zip(blocks, blocks.dropFirst()) {
            require(one.extent.upperBound <= next.extent.lowerBound, "\(one) and \(next) overlap")
        }
    }
}

extension Step {
    /// The edits make the text, the text is UTF-8, and a second time changes nothing.
    func check(_ text: UTF8Text, settles: Bool = true) {
        let (result, edits) = apply(to: text)
        require(edits.verifies(source: text, target: result), "\(Self.self): edits do not fit \(text.bytes)")
        require(UTF8Validation.firstError(in: result.bytes) == nil, "\(Self.self): not UTF-8 \(result.bytes)")
        require(edits.edits.allSatisfy { !$0.rules.isEmpty }, "\(Self.self): an edit without a rule")
        guard settles else { return }
        let again = apply(to: result).text
        require(again == result, "\(Self.self): \(text.bytes)\n→ \(result.bytes)\n→ \(again.bytes)")
    }
}

extension [any Step] {
    /// All of them one after the other, as one step.
    func check(_ text: UTF8Text) {
        let (result, edits) = apply(to: text)
        require(edits.verifies(source: text, target: result), "edits do not fit \(text.bytes)")
        require(UTF8Validation.firstError(in: result.bytes) == nil, "not UTF-8 \(result.bytes)")
        let again = apply(to: result).text
        require(again == result, "\(text.bytes)\n→ \(result.bytes)\n→ \(again.bytes)")
    }
}
