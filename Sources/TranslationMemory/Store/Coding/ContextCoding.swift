internal import ByteJSON
internal import UnicodeText

/// A unit's surroundings as JSON: `{"previous":"…","next":"…","id":"…"}`, `nil` when nothing is known.
enum ContextCoding {
    static func encode(_ context: Context) -> [UInt8]? { context.isEmpty ? nil : value(context).encoded }

    static func value(_ context: Context) -> JSONValue {
        var members: [JSONValue.Member] = []
        if let previous = context.previous { members.append(.init("previous", .string(previous))) }
        if let next = context.next { members.append(.init("next", .string(next))) }
        if let id = context.id { members.append(.init("id", .string(id))) }
        return .object(members)
    }

    static func context(_ value: JSONValue?) -> Context? {
        guard let value else { return Context() }
        guard value.members != nil else { return nil }
        return Context(
            previous: value["previous"]?.string,
            next: value["next"]?.string, id: value["id"]?.text)
    }
}
