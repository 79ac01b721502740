internal import ByteJSON
internal import UnicodeText

/// A unit's surroundings as JSON: `{"previous":"…","next":"…","id":"…"}`, `nil` when nothing is known.
///
/// The places of its variants stand beside them: `"variants":{"1":[{"id":"…"}]}`, by their positions.
enum ContextCoding {
    private static let variants = "variants"

    static func encode(_ unit: TranslationUnit) -> [UInt8]? { value(unit)?.encoded }

    static func value(_ unit: TranslationUnit) -> JSONValue? {
        var members = members(of: unit.context)
        let lists: [JSONValue.Member] = unit.variants.enumerated().compactMap { position, variant in
            guard !variant.contexts.isEmpty else { return nil }
            return .init(UTF8Text("\(position)"), .array(variant.contexts.map { .object(Self.members(of: $0)) }))
        }
        if !lists.isEmpty { members.append(.init(UTF8Text(variants), .object(lists))) }
        return members.isEmpty ? nil : .object(members)
    }

    private static func members(of context: Context) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        if let previous = context.previous { members.append(.init("previous", .string(previous))) }
        if let next = context.next { members.append(.init("next", .string(next))) }
        if let id = context.id { members.append(.init("id", .string(id))) }
        return members
    }

    /// Puts what `value` has into a unit that has its variants.
    ///
    /// - Returns: false for what is no context.
    static func decode(_ value: JSONValue?, into unit: inout TranslationUnit) -> Bool {
        guard let value else { return true }
        guard let context = context(value) else { return false }
        unit.context = context
        for member in value[variants]?.members ?? [] {
            let contexts = (member.value.array ?? []).compactMap(Self.context)
            guard let position = Int(member.name.description), unit.variants.indices.contains(position),
                !contexts.isEmpty, contexts.count == member.value.array?.count
            else { return false }
            unit.variants[position].contexts = contexts
        }
        return true
    }

    private static func context(_ value: JSONValue) -> Context? {
        guard value.members != nil else { return nil }
        return Context(previous: value["previous"]?.string, next: value["next"]?.string, id: value["id"]?.text)
    }
}
