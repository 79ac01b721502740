import Segmentation
import UnicodeText

extension FuzzTarget {
    static let srx = [
        FuzzTarget("srx") { bytes in
            guard let document = try? SRXDocument.read(bytes, name: "f.srx") else { return }
            for language: LanguageTag in ["en", "pt-BR"] {
                for mode in SRXSegmenter.Mode.allCases {
                    // A pattern that takes too long, of a rule or for a language, is told and no finding.
                    guard let segmenter = try? SRXSegmenter(document, language: language, mode: mode),
                        let segments = try? segmenter.segments(in: segmented),
                        let boundaries = try? segmenter.boundaries(in: segmented)
                    else { continue }
                    var end = 0
                    for segment in segments {
                        let range = segment.range
                        require(
                            range.lowerBound >= end && !range.isEmpty && range.upperBound <= segmented.count,
                            "\(segment)")
                        require(
                            UTF8Validation.firstError(in: segmented[range].bytes) == nil, "\(range) cuts a character")
                        require(segmented.trimmed(end..<range.lowerBound).isEmpty, "text is lost before \(range)")
                        end = range.upperBound
                    }
                    require(segmented.trimmed(end..<segmented.count).isEmpty, "text is lost behind \(end)")
                    let breaks = Set(boundaries.filter(\.isBreak).map { segmented.trimmed(0..<$0.offset).upperBound })
                    require(breaks.isSuperset(of: segments.map(\.range.upperBound)), "\(boundaries)\n\(segments)")
                }
            }
        }
    ]

    private static let segmented: UTF8Text =
        "Mr. Holmes (U.K.) isn't in.\nÜber 3.5 😀😀! etc. “Why?” 。「何？！」と。ab\u{301} aaaaaaaaaaaaaaaaaaaaaaaa!\n\n1. x…\u{2029}No. 5 <b>"
}
