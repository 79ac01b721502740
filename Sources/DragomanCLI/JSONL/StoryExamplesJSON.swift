import Dragoman
import Normalization

/// The candidates for a page's story as JSON, for `Benchmarks/story_train.py`.
enum StoryExamplesJSON {
    static func answer(_ record: Record, _ pipeline: Pipeline, to writer: inout JSONWriter) throws {
        let examples = pipeline.storyExamples(in: SourceText(try record.text()))
        writer.key("names")
        writer.array { writer in
            for name in StoryExamples.names { writer.string(name) }
        }
        writer.key("lines")
        writer.array { writer in
            for line in examples.lines { writer.string(line) }
        }
        writer.key("candidates")
        writer.array { writer in
            for candidate in examples.candidates {
                writer.object { writer in
                    writer.key("range")
                    writer.array { writer in
                        writer.number(candidate.range.lowerBound)
                        writer.number(candidate.range.upperBound)
                    }
                    writer.key("copy")
                    writer.array { writer in
                        for line in candidate.copy { writer.number(line) }
                    }
                    writer.key("values")
                    writer.array { writer in
                        for value in candidate.values { writer.number(value, decimals: 6) }
                    }
                }
            }
        }
    }
}
