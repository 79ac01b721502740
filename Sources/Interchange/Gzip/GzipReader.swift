package import ByteXML
internal import CZlib
internal import UnicodeText

/// Unpacks gzip (RFC 1952) a piece at a time, in bounded memory; a file may be of several members.
package final class GzipReader {
    private let source: ByteSource
    private let file: String?
    private let stream: UnsafeMutablePointer<z_stream>
    private var packed: [UInt8] = []
    private var offset = 0
    private var isBetweenMembers = false
    /// Bytes of the packed file read, and bytes made of them.
    private var taken = 0
    private var given = 0

    /// A file may become this many times as large, and `allowance` bytes more. Translations take a tenth to a thirtieth of
    /// their size; what was made to fill a disk, a thousandth.
    private static let growth = 200
    private static let allowance = 64 << 20
    /// Bytes handed out at a time.
    private static let pieceLength = 128 * 1024

    /// - Parameter file: the name to use in messages.
    package init(_ source: @escaping ByteSource, file: String?) throws {
        self.source = source
        self.file = file
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard dragoman_inflate_begin(stream) == Z_OK else { throw problem("gzip.memory", "no memory to unpack it") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Whether the first bytes of a file are those of gzip.
    package static func isPacked(_ head: [UInt8]) -> Bool { head.starts(with: [0x1F, 0x8B]) }

    /// The next piece, empty at the end.
    ///
    /// - Throws: a `Diagnostic` for a file that is cut short, damaged, or grows beyond all measure, and what the source throws.
    package func next() throws -> [UInt8] {
        var failure: (any Error)?
        let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceLength) { buffer, count in
            do { count = try fill(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
        return piece
    }

    /// Unpacks until the buffer is full or the file at its end: small members make no small pieces.
    private func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>) throws -> Int {
        var count = 0
        while count < buffer.count {
            if offset == packed.count {
                taken += packed.count
                (packed, offset) = (try source(), 0)
                if packed.isEmpty {
                    guard isBetweenMembers else {
                        throw problem(
                            "gzip.truncated", "the packed file ends in the middle, behind byte \(taken)",
                            hint: "get the file again from where it came")
                    }
                    return count
                }
            }
            if isBetweenMembers {
                // Tapes and some programs fill up with zeros.
                while offset < packed.count, packed[offset] == 0 { offset += 1 }
                if offset == packed.count { continue }
                inflateReset(stream)
                isBetweenMembers = false
            }
            count += try inflate(into: UnsafeMutableBufferPointer(rebasing: buffer[count...]))
        }
        return count
    }

    private func inflate(into output: UnsafeMutableBufferPointer<UInt8>) throws -> Int {
        let status = packed.withUnsafeMutableBufferPointer { input in
            stream.pointee.next_in = input.baseAddress.map { $0 + offset }
            stream.pointee.avail_in = UInt32(clamping: input.count - offset)
            stream.pointee.next_out = output.baseAddress
            stream.pointee.avail_out = UInt32(clamping: output.count)
            let before = Int(stream.pointee.avail_in)
            defer { offset += before - Int(stream.pointee.avail_in) }
            return CZlib.inflate(stream, Z_NO_FLUSH)
        }
        let made = output.count - Int(stream.pointee.avail_out)
        given += made
        switch status {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: isBetweenMembers = true
        default:
            throw problem(
                "gzip.damaged", "the packed file is damaged at byte \(taken + offset)",
                hint: "get the file again from where it came")
        }
        guard given <= Self.allowance + Self.growth * (taken + offset) else {
            throw problem(
                "gzip.growth", "the packed file becomes more than \(Self.growth) times as large",
                hint: "no file of translations does; if it is one, unpack it first")
        }
        return made
    }

    private func problem(_ code: String, _ message: String, hint: String? = nil) -> Diagnostic {
        Diagnostic(.error, code: code, file: file, message: message, hint: hint)
    }
}
