import CZlib
import Dragoman

/// Unpacks gzip (RFC 1952) a piece at a time, in bounded memory; a file may be of several members.
final class GzipInput {
    private let source: ByteSource
    private let path: String
    private let stream: UnsafeMutablePointer<z_stream>
    private var packed: [UInt8] = []
    private var offset = 0
    private var isBetweenMembers = false
    private var taken = 0
    private var given = 0

    /// A file may become this many times as large, and `allowance` bytes more. Translations take a tenth to a thirtieth of
    /// their size; what was made to fill a disk, a thousandth.
    private static let growth = 200
    private static let allowance = 64 << 20

    init(_ source: @escaping ByteSource, path: String) throws {
        self.source = source
        self.path = path
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard dragoman_inflate_begin(stream) == Z_OK else { throw problem("gzip.memory", "no memory to unpack it") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Whether the first bytes of a file are those of gzip.
    static func isPacked(_ head: [UInt8]) -> Bool { head.starts(with: [0x1F, 0x8B]) }

    /// The next piece, empty at the end.
    func next() throws -> [UInt8] {
        while true {
            if offset == packed.count {
                (packed, offset) = (try source(), 0)
                if packed.isEmpty {
                    guard isBetweenMembers else {
                        throw problem(
                            "gzip.truncated", "the packed file ends in the middle",
                            hint: "get the file again from where it came")
                    }
                    return []
                }
            }
            if isBetweenMembers {
                // Tapes and some programs fill up with zeros.
                while offset < packed.count, packed[offset] == 0 { offset += 1 }
                if offset == packed.count { continue }
                inflateReset(stream)
                isBetweenMembers = false
            }
            let piece = try inflatePiece()
            if !piece.isEmpty { return piece }
        }
    }

    private func inflatePiece() throws -> [UInt8] {
        var output = [UInt8](repeating: 0, count: 128 * 1024)
        let status = packed.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.pointee.next_in = input.baseAddress.map { $0 + offset }
                stream.pointee.avail_in = UInt32(input.count - offset)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(output.count)
                return inflate(stream, Z_NO_FLUSH)
            }
        }
        let rest = Int(stream.pointee.avail_in)
        taken += packed.count - offset - rest
        offset = packed.count - rest
        output.removeLast(Int(stream.pointee.avail_out))
        given += output.count
        switch status {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: isBetweenMembers = true
        default:
            throw problem(
                "gzip.damaged", "the packed file is damaged at byte \(taken)",
                hint: "get the file again from where it came")
        }
        guard given <= Self.allowance + Self.growth * taken else {
            throw problem(
                "gzip.growth", "the packed file becomes more than \(Self.growth) times as large",
                hint: "no file of translations does; if it is one, unpack it first")
        }
        return output
    }

    private func problem(_ code: String, _ message: String, hint: String? = nil) -> Diagnostic {
        Diagnostic(.error, code: code, file: path, message: message, hint: hint)
    }
}
