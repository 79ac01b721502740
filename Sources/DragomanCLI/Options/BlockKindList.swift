import ArgumentParser
import Dragoman

/// Kinds of blocks with commas between: `headline,lead,body`.
struct BlockKindList: ExpressibleByArgument {
    let kinds: [BlockKind]

    init?(argument: String) {
        var kinds: [BlockKind] = []
        for part in argument.split(separator: ",") {
            guard let kind = BlockKind(rawValue: String(part)) else { return nil }
            kinds.append(kind)
        }
        guard !kinds.isEmpty else { return nil }
        self.kinds = kinds
    }
}
