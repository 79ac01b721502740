import Dragoman

/// Where results go.
protocol Output: AnyObject {
    func write(_ bytes: [UInt8]) throws
}

extension Output {
    func write(_ bytes: some Sequence<UInt8>) throws { try write(Array(bytes)) }

    func write(_ text: String) throws { try write(Array(text.utf8)) }

    func line(_ text: String) throws { try write(Array(text.utf8) + [0x0A]) }
}
