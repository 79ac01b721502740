import UnicodeText

@testable import Normalization

extension FuzzTarget {
    /// Press copy of unknown kind, then of each format.
    static let press =
        [
            FuzzTarget("press") { bytes in
                guard let source = try? SourceText(bytes) else { return }
                Pipeline().article(from: source).check()
            },
            FuzzTarget("jsonld") { bytes in
                // Whatever stands in the script is all the page has, but for one paragraph.
                let page =
                    Array("<html><head><script type=\"application/ld+json\">".utf8) + bytes
                    + Array("</script></head><body><article><h1>A</h1><p>Body text of it.</p></article>".utf8)
                Pipeline(language: .english).article(from: SourceText(Input(page).text)).check()
            },
        ]
        + PressFormat.allCases.map { format in
            FuzzTarget("press-\(format.rawValue)") { bytes in
                var input = Input(bytes)
                let language = input.choose(Input.languages)
                guard let source = try? SourceText(input.bytes, encoding: "UTF-8") else { return }
                let article = Pipeline(language: language, format: format).article(from: source)
                article.check()
                // References that stand for themselves are text once their format resolved them.
                for block in article.kept {
                    let again = Pipeline.resolvedSteps.apply(to: block.text).text
                    require(again == block.text, "\(block.text.bytes)\n→ \(again.bytes)")
                }
                guard format == .text else { return }
                article.checkOrder()
                let text = Pipeline(profile: .text)
                for block in article.kept {
                    let again = text.repaired(block.text).text
                    require(again == block.text, "\(block.text.bytes)\n→ \(again.bytes)")
                }
            }
        }
}
