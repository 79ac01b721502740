internal import UnicodeText

/// A unit's surroundings as JSON: `{"previous":"…","next":"…","id":"…"}`, `nil` when nothing is known.
enum ContextCoding {
    static func encode(_ context: Context) -> [UInt8]? { context.isEmpty ? nil : value(context).encoded }

    static func value(_ context: Context) -> JSONValue {
        var members: [(name: [UInt8], value: JSONValue)] = []
        if let previous = context.previous { members.append((Array("previous".utf8), .string(previous.bytes))) }
        if let next = context.next { members.append((Array("next".utf8), .string(next.bytes))) }
        if let id = context.id { members.append((Array("id".utf8), .string(id))) }
        return .object(members)
    }

    static func context(_ value: JSONValue?) -> Context? {
        guard let value else { return Context() }
        guard value.members != nil else { return nil }
        return Context(
            previous: value["previous"]?.bytes.flatMap { UTF8Text(validating: $0) },
            next: value["next"]?.bytes.flatMap { UTF8Text(validating: $0) }, id: value["id"]?.text)
    }
}
