/// Results kept until it is their turn to be written.
final class OutputBuffer {
    private(set) var bytes: [UInt8] = []

    func write(_ bytes: [UInt8]) { self.bytes.append(contentsOf: bytes) }

    func write(_ bytes: some Sequence<UInt8>) { self.bytes.append(contentsOf: bytes) }

    func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

    func line(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        bytes.append(0x0A)
    }
}
