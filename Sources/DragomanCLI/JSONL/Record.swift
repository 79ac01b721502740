import Dragoman

/// One JSON object of a worker's input.
struct Record {
    let value: JSONValue

    /// Copied unchanged into the answer.
    var id: JSONValue? { value["id"] }

    /// A text field that must be there.
    func text(_ name: String = "text") throws(RecordError) -> UTF8Text {
        guard let text = value[name]?.string else { throw RecordError.missing(name) }
        return text
    }

    /// Where the text stands; empty if the record does not tell.
    func context() throws(RecordError) -> Context {
        guard let value = value["context"], value != .null else { return Context() }
        guard case .object = value else {
            throw RecordError(code: "bad_context", message: "\"context\" is no object")
        }
        return Context(
            previous: value["previous"]?.string, next: value["next"]?.string, id: value["id"]?.string?.description)
    }

    /// A language field; `nil` if the record has none.
    func language(_ name: String = "lang") throws(RecordError) -> LanguageTag? {
        guard let value = value[name], value != .null else { return nil }
        guard let tag = value.string.flatMap({ LanguageTag($0.description) }) else {
            throw RecordError(code: "bad_language", message: "\"\(name)\" is no language tag")
        }
        return tag
    }

    /// A list of languages; `nil` if the record has none.
    func languages(_ name: String) throws(RecordError) -> [LanguageTag]? {
        guard let list = value[name]?.array else { return nil }
        var languages: [LanguageTag] = []
        for each in list {
            guard let tag = each.string.flatMap({ LanguageTag($0.description) }) else {
                throw RecordError(code: "bad_language", message: "\"\(name)\" holds what is no language tag")
            }
            languages.append(tag)
        }
        return languages
    }
}
