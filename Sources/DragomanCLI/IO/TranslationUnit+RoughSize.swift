import Dragoman

extension TranslationUnit {
    /// Bytes of its texts, codes and metadata, roughly: what it costs to keep it waiting.
    var roughSize: Int {
        // By places: a copy of each part takes longer than all else here.
        variants.indices.reduce(Self.size(attributes, annotations)) { sum, index in
            sum + Self.size(variants[index].segment)
                + Self.size(variants[index].attributes, variants[index].annotations)
        }
    }

    private static func size(_ text: InlineText) -> Int {
        text.codes.isEmpty
            ? text.text.count
            : text.codes.reduce(text.text.count) { sum, code in
                code.content.reduce(sum + 64 + size(code.attributes, [])) { sum, content in
                    switch content {
                    case .text(let text): sum + text.count
                    case .sub(let attributes, let text): sum + size(attributes, []) + size(text)
                    }
                }
            }
    }

    private static func size(_ attributes: [Attribute], _ annotations: [Annotation]) -> Int {
        let own = attributes.indices.reduce(0) { $0 + 32 + attributes[$1].value.utf8.count }
        return annotations.indices.reduce(own) {
            $0 + 32 + annotations[$1].text.utf8.count + size(annotations[$1].attributes, [])
        }
    }
}
