import ArgumentParser
import Dragoman

/// A worker that answers one JSON object a line with one JSON object a line, in order.
///
/// It keeps no state between lines. A record that cannot be answered is answered by an error record, and the run goes
/// on; with `strict` it ends there with code 2.
struct Worker {
    let isStrict: Bool
    let output: OutputFile

    /// JSON values of one record.
    private static let values = 500_000

    /// Answers as many records at a time as have come in, on all cores; one that comes alone is answered at once.
    ///
    /// - Parameter answer: writes the members of the answer after `id`.
    func run(
        _ inputs: [InputFile], _ answer: @escaping @Sendable (Record, inout JSONWriter) throws -> Void
    ) async throws {
        try await run(inputs, session: {}) { _, record, writer in try answer(record, &writer) }
    }

    /// The same with something that records share which one task answers; all of them had come in when it is made.
    func run<Session>(
        _ inputs: [InputFile], session makeSession: @escaping @Sendable () -> Session,
        _ answer: @escaping @Sendable (Session, Record, inout JSONWriter) throws -> Void
    ) async throws {
        for input in inputs {
            var reader = try LineReader(input)
            defer { reader.finish() }
            var number = 0
            while let first = try reader.next() {
                var upcoming: LineReader.Line? = first
                try await InOrder.run {
                    Self.batch(from: &upcoming, &reader, &number)
                } _: { [isStrict] batch in
                    let session = makeSession()
                    return Self.answer(batch, isStrict: isStrict) { try answer(session, $0, &$1) }
                } take: { done in
                    try output.write(done.bytes)
                    guard done.isStopped else { return }
                    try output.finish()
                    throw ExitCode(2)
                }
                // Whoever asks one record at a time waits for the answer.
                try output.flush()
            }
        }
        try output.finish()
    }

    /// Records that one task answers: handing a single short one to another core costs as much as answering it.
    private struct Batch: Sendable {
        var lines: [LineReader.Line] = []
        /// The number of its first line.
        let number: Int

        static let count = 16
        /// Bytes; the last line may go beyond.
        static let size = 16 * 1024
    }

    private static func batch(
        from upcoming: inout LineReader.Line?, _ reader: inout LineReader, _ number: inout Int
    ) -> Batch? {
        var batch = Batch(number: number + 1)
        var size = 0
        while batch.lines.count < Batch.count, size < Batch.size, let line = upcoming ?? reader.nextAtHand() {
            upcoming = nil
            batch.lines.append(line)
            size += line.count
        }
        number += batch.lines.count
        return batch.lines.isEmpty ? nil : batch
    }

    /// The answers to a batch; with `isStrict` none behind the first error.
    private static func answer(
        _ batch: Batch, isStrict: Bool, _ answer: (Record, inout JSONWriter) throws -> Void
    ) -> (bytes: [UInt8], isStopped: Bool) {
        var writer = JSONWriter()
        for (index, line) in batch.lines.enumerated() {
            let start = writer.bytes.count
            guard let failed = Self.answer(line, batch.number + index, answer, &writer) else { continue }
            writer.removeAll(from: start)
            Self.write(failed, line: batch.number + index, to: &writer)
            if isStrict { return (writer.bytes, true) }
        }
        return (writer.bytes, false)
    }

    private struct Failed {
        let id: JSONValue?
        let error: RecordError
    }

    private static func answer(
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
            value = try JSONReader.parse(bytes, values: values)
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

    private static func write(_ failed: Failed, line: Int, to writer: inout JSONWriter) {
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
