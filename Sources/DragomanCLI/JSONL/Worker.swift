import ArgumentParser
import Dragoman

/// A worker that answers one JSON object a line with one JSON object a line, in order.
///
/// It keeps no state between lines. A record that cannot be answered is answered by an error record, and the run goes
/// on; with `strict` it ends there with code 2.
struct Worker {
    let isStrict: Bool
    let output: OutputFile

    /// - Parameter answer: writes the members of the answer after `id`.
    func run(_ inputs: [InputFile], _ answer: (Record, inout JSONWriter) throws -> Void) throws {
        var writer = JSONWriter()
        for input in inputs {
            var reader = try LineReader(input)
            defer { reader.finish() }
            var number = 0
            while let line = try reader.next() {
                number += 1
                writer.reset()
                if let failed = self.answer(line, number, answer, &writer) {
                    writer.reset()
                    write(failed, line: number, to: &writer)
                    try output.write(writer.bytes)
                    if isStrict {
                        try output.finish()
                        throw ExitCode(2)
                    }
                    continue
                }
                try output.write(writer.bytes)
            }
        }
        try output.finish()
    }

    private struct Failed {
        let id: JSONValue?
        let error: RecordError
    }

    private func answer(
        _ line: LineReader.Line, _ number: Int, _ answer: (Record, inout JSONWriter) throws -> Void,
        _ writer: inout JSONWriter
    ) -> Failed? {
        guard case .bytes(let bytes) = line else {
            return Failed(
                id: nil,
                error: RecordError(code: "too_long", message: "the line is longer than \(LineReader.limit) bytes"))
        }
        let value: JSONValue
        do {
            value = try JSONReader.parse(bytes)
        } catch {
            let code = error.message == "invalid UTF-8" ? "bad_utf8" : "bad_json"
            return Failed(id: nil, error: RecordError(code: code, message: error.description))
        }
        let record = Record(value: value)
        guard case .object = value else {
            return Failed(id: nil, error: RecordError(code: "bad_record", message: "the line is no JSON object"))
        }
        do {
            try writer.object { writer in
                if let id = record.id {
                    writer.key("id")
                    writer.value(id)
                }
                try answer(record, &writer)
            }
            writer.newline()
            return nil
        } catch let error as RecordError {
            return Failed(id: record.id, error: error)
        } catch let error as Diagnostic {
            return Failed(id: record.id, error: RecordError(code: error.code, message: error.message))
        } catch {
            return Failed(id: record.id, error: RecordError(code: "failed", message: "\(error)"))
        }
    }

    private func write(_ failed: Failed, line: Int, to writer: inout JSONWriter) {
        writer.object { writer in
            if let id = failed.id {
                writer.key("id")
                writer.value(id)
            }
            writer.key("error")
            writer.object { writer in
                writer.member("code", failed.error.code)
                writer.member("message", failed.error.message)
                writer.member("line", line)
            }
        }
        writer.newline()
    }
}
