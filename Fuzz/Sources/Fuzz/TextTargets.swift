import Segmentation
import UnicodeText

@testable import Normalization

extension FuzzTarget {
    static let text = [
        FuzzTarget("text") { bytes in
            guard let source = try? SourceText(bytes) else { return }
            let article = Pipeline(profile: .text).article(from: source)
            article.check()
            guard let block = article.blocks.first else { return }
            let again = Pipeline(profile: .text).repaired(block.text).text
            require(again == block.text, "\(block.text.bytes)\n→ \(again.bytes)")
        },
        FuzzTarget("stream") { bytes in
            var input = Input(bytes)
            // Behind so much that the encoding is settled before the rest comes, or first of all.
            let plain = input.choose([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 300_000])
            let encoding = input.choose([nil, nil, "UTF-8", "windows-1252", "Shift_JIS", "UTF-16LE", "ISO-2022-JP"])
            let size = input.choose(Array(1...64))
            checkStream(Array(repeating: 0x0A, count: plain) + input.bytes, encoding, size: size)
        },
        FuzzTarget("steps") { bytes in
            let text = Input(bytes).text
            for step in Pipeline.steps { step.check(text) }
            MojibakeRepair().check(text, settles: false)
            // Lines that become one are judged together the next time, and damage may then be certain: line by line.
            Pipeline.steps.check(
                UTF8Text(unchecked: text.bytes.map { 0x0A...0x0D ~= $0 ? 0x20 : $0 }))
            Pipeline.textSteps.check(text)
        },
        FuzzTarget("conventions") { bytes in
            var input = Input(bytes)
            let language = input.choose(Input.languages)
            let conventions = Conventions(
                quotes: input.choose(Conventions.Quotes.allCases), spaces: input.choose(Conventions.Spaces.allCases),
                digits: input.choose(Conventions.Digits.allCases),
                apostrophes: input.choose(Conventions.Apostrophes.allCases),
                dashes: input.choose(Conventions.Dashes.allCases), width: input.choose(Conventions.Width.allCases),
                tatweel: input.choose(Conventions.Tatweel.allCases),
                presentationForms: input.choose(Conventions.PresentationForms.allCases),
                ethiopic: input.choose(Conventions.Ethiopic.allCases))
            conventions.steps(for: language).check(input.text)
        },
        FuzzTarget("dates") { bytes in
            var input = Input(bytes)
            let reader = DateReader(language: input.choose(Input.languages))
            let text = input.text
            for reading in reader.readings(in: text) {
                let range = reading.range
                require(range.upperBound <= text.count && !range.isEmpty, "\(range)")
                require(UTF8Validation.firstError(in: text[range].bytes) == nil, "\(range) cuts a character")
                require((1...12).contains(reading.month) && (1...31).contains(reading.day), "\(reading)")
                require((0...24).contains(reading.hour ?? 0) && (0...59).contains(reading.minute ?? 0), "\(reading)")
                require(!reading.iso8601.isEmpty, "\(reading)")
            }
            guard let line = AgencyDateline.read(in: text, with: reader) else { return }
            for range in [line.range, line.place, line.agency, line.dash].compactMap({ $0 }) {
                require(range.upperBound <= text.count, "\(line)")
                require(UTF8Validation.firstError(in: text[range].bytes) == nil, "\(range) cuts a character")
            }
            _ = line.iso8601(near: line.date)
        },
        FuzzTarget("words") { bytes in
            var input = Input(bytes)
            let words = pressWords[input.choose(Array(pressWords.indices))]
            guard let folded = try? CaseMapping.fold(input.text) else { return }
            var end = 0
            for match in folded.borrowed({ words.matches(in: $0) }) {
                require(match.range.lowerBound >= end && match.range.upperBound <= folded.count, "\(match)")
                require(!match.range.isEmpty && !match.classes.isEmpty, "\(match)")
                require(UTF8Validation.firstError(in: folded[match.range].bytes) == nil, "\(match) cuts a character")
                end = match.range.upperBound
            }
            if let end = folded.borrowed({ words.leading(.byline, in: $0) }) {
                require(end > 0 && end <= folded.count, "\(end)")
            }
        },
        FuzzTarget("segments") { bytes in
            var input = Input(bytes)
            let options = Segmenter.Options(
                quotations: input.choose(Segmenter.Options.Quotations.allCases),
                newlines: input.choose(Segmenter.Options.Newlines.allCases))
            let segmenter = Segmenter(language: input.choose(Input.languages), options: options)
            check(segmenter, input.text)
        },
        FuzzTarget("language") { bytes in
            let guess = LanguageIdentifier.identify(Input(bytes).text)
            require((0...1).contains(guess.share) && (0...1).contains(guess.confidence), "\(guess)")
        },
    ]

    /// The pieces of a text, repaired one after the other, are what the whole is, repaired.
    private static func checkStream(_ bytes: [UInt8], _ encoding: String?, size: Int) {
        let whole = try? SourceText(bytes, encoding: encoding)
        var stream = TextStream(name: "-", encoding: encoding)
        var text: [UInt8] = []
        var pieces = bytes[...]
        // Large pieces at first, small ones of changing size at the end.
        var next = size
        do {
            while !pieces.isEmpty {
                let piece = Array(pieces.prefix(pieces.count > 10_000 ? 9_000 : next))
                pieces = pieces.dropFirst(piece.count)
                next = (next * 5 + 3) % 64 + 1
                try stream.add(piece) { text += $0 }
            }
            try stream.finish { text += $0 }
        } catch {
            return require(whole == nil, "the whole is text in \(whole?.encoding ?? ""), its pieces are not: \(error)")
        }
        guard let whole else {
            return require(bytes.isEmpty, "the pieces are text in \(stream.encoding ?? ""), the whole is not")
        }
        let repaired = Pipeline(profile: .text).repaired(whole.text).text.bytes
        require(
            text == repaired,
            "\(stream.encoding ?? "") \(whole.encoding) \(text.suffix(4200))\n\(repaired.suffix(4200))")
        require(
            stream.encoding == nil || stream.encoding == whole.encoding, "\(stream.encoding ?? "") \(whole.encoding)")
        require(
            stream.diagnostics.map(\.code) == whole.diagnostics.map(\.code).filter { $0 == "encoding.invalid-bytes" },
            "\(stream.diagnostics) \(whole.diagnostics)")
    }

    private static let pressWords = Input.languages.map { PressWords.words(for: $0) }

    private static func check(_ segmenter: Segmenter, _ text: UTF8Text) {
        var end = 0
        for segment in segmenter.segments(in: text) {
            require(segment.range.lowerBound >= end && !segment.range.isEmpty, "\(segment)")
            require(text.trimmed(end..<segment.range.lowerBound).isEmpty, "text before \(segment) is lost")
            require(text.trimmed(segment.range) == segment.range, "blanks at the ends of \(segment)")
            require(UTF8Validation.firstError(in: text[segment.range].bytes) == nil, "\(segment) cuts a character")
            end = segment.range.upperBound
        }
        require(text.trimmed(end..<text.count).isEmpty, "text at the end is lost")
        let boundaries = segmenter.boundaries(in: text)
        require(zip(boundaries, boundaries.dropFirst()).allSatisfy { $0.offset <= $1.offset }, "\(boundaries)")
        require(boundaries.allSatisfy { (0...text.count).contains($0.offset) }, "\(boundaries)")
    }
}
