import Dragoman

extension TranslationUnit {
    /// Bytes of its texts, codes and metadata, roughly: what it costs to keep it waiting.
    var roughSize: Int {
        variants.reduce(Self.size(attributes, annotations)) { sum, variant in
            sum + Self.size(variant.segment) + Self.size(variant.attributes, variant.annotations)
        }
    }

    private static func size(_ text: InlineText) -> Int {
        text.codes.reduce(text.text.count) { sum, code in
            code.content.reduce(sum + 64 + size(code.attributes, [])) { sum, content in
                switch content {
                case .text(let text): sum + text.count
                case .sub(let attributes, let text): sum + size(attributes, []) + size(text)
                }
            }
        }
    }

    private static func size(_ attributes: [Attribute], _ annotations: [Annotation]) -> Int {
        let own = attributes.reduce(0) { $0 + 32 + $1.value.utf8.count }
        return annotations.reduce(own) { $0 + 32 + $1.text.utf8.count + size($1.attributes, []) }
    }
}
