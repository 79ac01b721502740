import TestSupport
import Testing
import UnicodeText

@testable import Normalization

/// What holds of every text in every format, whatever it says.
@Suite struct PropertyTests {
    /// Every block is made out of its extent by its edits, is valid UTF-8, and leads back to the file's bytes.
    static func check(_ article: Article, sourceLocation: SourceLocation = #_sourceLocation) {
        let (source, text) = (article.source, article.source.text)
        for block in article.blocks {
            let message: Comment = "\(article.format) \(text.description.debugDescription): \(block)"
            guard block.extent.lowerBound >= 0, block.extent.upperBound <= text.count else {
                Issue.record(message, sourceLocation: sourceLocation)
                continue
            }
            let isMade = block.edits.verifies(source: text[block.extent], target: block.text)
            #expect(isMade, message, sourceLocation: sourceLocation)
            #expect(UTF8Validation.firstError(in: block.text.bytes) == nil, message, sourceLocation: sourceLocation)
            #expect(block.edits.edits.allSatisfy { !$0.rules.isEmpty }, message, sourceLocation: sourceLocation)
            guard isMade else { continue }
            let isWhole = block.edits.edits.allSatisfy { edit in
                let start = block.extent.lowerBound
                let made = text[start + edit.source.lowerBound..<start + edit.source.upperBound]
                return UTF8Validation.firstError(in: block.text[edit.target].bytes) == nil
                    && UTF8Validation.firstError(in: made.bytes) == nil
            }
            #expect(isWhole, message, sourceLocation: sourceLocation)
            var last = 0..<0
            for placed in block.text.placedScalars {
                let range = source.source(of: placed.range, in: block)
                // What was put in stands between two bytes of the file; all else came from some.
                let isInserted = block.edits.source(of: placed.range).isEmpty
                let isInside = range.lowerBound >= last.lowerBound && range.upperBound >= last.upperBound
                if !isInside || range.upperBound > source.bytes.count || range.isEmpty && !isInserted {
                    Issue.record("\(placed) from \(range) after \(last) in \(message)", sourceLocation: sourceLocation)
                }
                last = range
            }
        }
    }

    private static let encodings = ["UTF-8", "UTF-16LE", "UTF-16BE", "UTF-8"]

    @Test(arguments: Profile.allCases, PressFormat.allCases)
    func editsMakeTheTextAndLeadBack(_ profile: Profile, _ format: PressFormat) throws {
        var random = SplitMix(seed: 21)
        for round in 0..<60 {
            let text = PropertySamples.text(&random)
            let encoding = Self.encodings[round % Self.encodings.count]
            let source = try SourceText(Encoded.bytes(text, encoding), encoding: encoding)
            Self.check(Pipeline(profile: profile, format: round % 2 == 0 ? format : nil).article(from: source))
        }
    }

    @Test(arguments: PropertySamples.formatted)
    func formatsLeadBackInEveryEncoding(_ format: PressFormat, _ text: String) throws {
        for encoding in Set(Self.encodings) {
            let source = try SourceText(Encoded.bytes(text, encoding), encoding: encoding)
            let article = Pipeline(language: .english, format: format).article(from: source)
            #expect(!article.blocks.isEmpty && article.format == format)
            Self.check(article)
            Self.check(Pipeline(profile: .text).article(from: source))
        }
    }

    /// Clean text stays as it is, so that what was normalized can be normalized again anywhere.
    @Test func normalizingAgainChangesNothing() throws {
        var random = SplitMix(seed: 22)
        let text = Pipeline(profile: .text)
        for round in 0..<200 {
            let source = SourceText(UTF8Text(PropertySamples.text(&random)))
            for block in text.article(from: source).blocks {
                let again = text.repaired(block.text)
                #expect(again.text == block.text && again.edits.isIdentity, "\(source.text)")
            }
            // In HTML a reference that stands for itself is text: it was resolved once.
            let isHTML = round % 4 == 0
            let article = Pipeline(language: .english, format: isHTML ? .html : .text).article(from: source)
            for block in article.kept {
                let steps = isHTML ? Pipeline.resolvedSteps : Pipeline.steps
                let again = steps.apply(to: block.text).text
                #expect(again == block.text, "\(source.text.description.debugDescription)")
                if !isHTML { #expect(text.repaired(block.text).text == block.text) }
            }
        }
    }

    /// Lines of one paragraph are judged together: what neither line alone makes certain, both do.
    @Test(arguments: [
        ("It was –Ω–∞ said\nand –Ω–∞ done", "It was на said and на done"),
        ("a ‚Äî b\r\nc ‚Äî d\u{C}e ‚Äî f\n\tg ‚Äî h", "a — b c — d e — f g — h"),
    ])
    func damageIsJudgedByTheParagraph(_ copy: String, _ wanted: UTF8Text) throws {
        let page = SourceText(UTF8Text("<html><body><article><h1>Title</h1><p>\(copy)</p></article></body></html>"))
        let article = Pipeline(language: .english, format: .html).article(from: page)
        let block = try #require(article.blocks.last)
        #expect(block.text == wanted)
        #expect(block.edits.verifies(source: page.text[block.extent], target: block.text))
        #expect(block.edits.edits.allSatisfy { !$0.rules.isEmpty })
        #expect(Pipeline.resolvedSteps.apply(to: block.text).text == wanted)
    }

    /// Blocks of plain text follow one another, and what stands between them says nothing.
    @Test func blocksOfPlainTextCoverIt() throws {
        var random = SplitMix(seed: 23)
        for _ in 0..<150 {
            let source = SourceText(UTF8Text(PropertySamples.text(&random)))
            var end = 0
            func skip(to start: Int) {
                guard start >= end else {
                    Issue.record("\(source.text.description.debugDescription): overlap")
                    return
                }
                let rest = Pipeline.steps.apply(to: source.text[end..<start]).text
                #expect(rest.trimmed.isEmpty, "\(source.text.description.debugDescription): \(rest)")
            }
            for block in Pipeline(language: .english, format: .text).article(from: source).blocks {
                skip(to: block.extent.lowerBound)
                #expect(!block.text.trimmed.isEmpty)
                end = block.extent.upperBound
            }
            skip(to: source.text.count)
        }
    }

    /// Blocks of a format are made of places of their own.
    @Test(arguments: PropertySamples.formatted)
    func blocksDoNotOverlap(_ format: PressFormat, _ text: String) throws {
        let article = Pipeline(language: .english, format: format).article(from: SourceText(UTF8Text(text)))
        let extents = article.blocks.map(\.extent).sorted { $0.lowerBound < $1.lowerBound }
        for (one, next) in zip(extents, extents.dropFirst()) { #expect(one.upperBound <= next.lowerBound) }
    }
}
