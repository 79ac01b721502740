import ArgumentParser
import Dragoman

/// Files that have units of their own are filled and written again, everything else in them as it was.
extension TranslateCommand {
    /// The bilingual format of the one file that was named; `nil` for copy.
    static func bilingualFormat(_ inputs: [InputFile]) throws -> FileFormat? {
        let found = try inputs.lazy.filter { !$0.isStandardInput }.compactMap { input -> FileFormat? in
            // What cannot be opened is told of where it is read.
            guard let source = try? UnpackedInput(input), let head = try? source.head(4096) else { return nil }
            let format = FileFormat.detect(head, name: source.name)
            return format == .xliff || format == .po ? format : nil
        }.first
        guard found == nil || inputs.count == 1 else {
            throw ValidationError("XLIFF and PO files are filled one at a time")
        }
        return found
    }

    func fill(_ input: InputFile, _ format: FileFormat, _ desk: ReuseDesk, to out: OutputFile) throws {
        let source = try UnpackedInput(input)
        let console = output.console
        let counts: (filled: Int, left: Int)
        switch format {
        case .po:
            var filler = POFiller(desk, source: reuse.copy.lang ?? .english)
            var writer: POWriter?
            let sink: (UnsafeBufferPointer<UInt8>) throws -> Void = { try out.write($0) }
            try POReader(file: input.path).read(
                { try source.next() }, report: { console.report($0) },
                header: { writer = try POWriter(header: $0, to: sink) },
                entry: { entry, _ in try writer?.write(try filler.filled(entry)) })
            try writer?.finish()
            counts = filler.counts
        default:
            var filler = XLIFFFiller(desk, file: input.path, source: reuse.copy.lang)
            var writer: XLIFFWriter?
            try XLIFFReader(file: input.path).read({ try source.next() }, report: { console.report($0) }) { event in
                let event = try filler.filled(event)
                if case .document(let document) = event {
                    writer = try XLIFFWriter(document: document) { try out.write($0) }
                } else {
                    try writer?.write(event)
                }
            }
            try writer?.finish()
            counts = filler.counts
        }
        try out.finish()
        console.report(
            Diagnostic(
                .note, code: "translate.filled", file: input.path,
                message: "\(counts.filled) segments filled, \(counts.left) left"))
    }
}
