import ArgumentParser

/// `NAME=VALUE`; the value may be empty.
struct NamedValue: ExpressibleByArgument {
    let name: String
    let value: String

    init?(argument: String) {
        guard let index = argument.utf8.firstIndex(of: UInt8(ascii: "=")), index > argument.startIndex else {
            return nil
        }
        name = String(argument[..<index])
        value = String(argument[argument.utf8.index(after: index)...])
    }
}
