import CZlib
import Dragoman

/// Packs what is written with gzip (RFC 1952), a piece at a time. The same bytes give the same file: no name, no time.
final class GzipOutput {
    private let sink: ByteSink
    private let stream: UnsafeMutablePointer<z_stream>

    init(to sink: @escaping ByteSink) throws {
        self.sink = sink
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard dragoman_deflate_begin(stream) == Z_OK else {
            throw Diagnostic(.error, code: "gzip.memory", message: "no memory to pack the file")
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = UnsafeBufferPointer(rebasing: rest.prefix(1 << 20))
            stream.pointee.next_in = UnsafeMutablePointer(mutating: piece.baseAddress)
            stream.pointee.avail_in = UInt32(piece.count)
            try deflate(Z_NO_FLUSH)
            rest = rest.dropFirst(piece.count)
        }
    }

    /// Hands the end of the packed file to the sink.
    func finish() throws {
        (stream.pointee.next_in, stream.pointee.avail_in) = (nil, 0)
        try deflate(Z_FINISH)
    }

    /// Until zlib leaves room in the buffer: then it has taken all there was.
    private func deflate(_ flush: Int32) throws {
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let room = buffer.withUnsafeMutableBufferPointer { buffer in
                stream.pointee.next_out = buffer.baseAddress
                stream.pointee.avail_out = UInt32(buffer.count)
                _ = CZlib.deflate(stream, flush)
                return Int(stream.pointee.avail_out)
            }
            try buffer.withUnsafeBufferPointer { try sink(UnsafeBufferPointer(rebasing: $0.dropLast(room))) }
            if room > 0 { return }
        }
    }
}
