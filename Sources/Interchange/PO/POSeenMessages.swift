internal import UnicodeText

/// Which messages a file has by now, by hashes: some 80 bytes a message.
struct POSeenMessages {
    private struct Key: Hashable {
        let first: UInt64
        let second: UInt64
    }

    private struct Known {
        var translation: UInt64
        /// How many more of the same message have had a context made for them.
        var copies = 0
    }

    private var known: [Key: Known] = [:]
    /// Messages with their translations, whatever context was made for them.
    private var said: Set<Key> = []

    /// The entry, with a context of its own where its message stood before with another translation; `nil` where it
    /// says nothing new.
    mutating func unique(_ entry: POEntry) -> POEntry? {
        // An unused message may stand beside the same one in use.
        if entry.isObsolete { return entry }
        let key = Self.key(entry.context, entry.message)
        let translation = Self.translation(entry)
        let isNew = said.insert(Key(first: key.first ^ translation, second: key.second)).inserted
        guard var before = known[key] else {
            known[key] = Known(translation: translation)
            return entry
        }
        guard entry.isTranslated, isNew else { return nil }
        let base = entry.context ?? entry.references.first ?? UTF8Text()
        var entry = entry
        while true {
            before.copies += 1
            // The place of use tells by itself; otherwise a number does.
            let isPlace = before.copies == 1 && entry.context == nil && !base.isEmpty
            let number = isPlace ? "" : "\(base.isEmpty ? "" : " ")\(before.copies + 1)"
            let context = UTF8Text(unchecked: base.bytes + number.utf8)
            let own = Self.key(context, entry.message)
            guard known[own].map({ $0.translation == translation }) ?? true else { continue }
            known[key] = before
            guard known[own] == nil else { return nil }
            known[own] = Known(translation: translation)
            entry.context = context
            return entry
        }
    }

    private static func key(_ context: UTF8Text?, _ message: UTF8Text) -> Key {
        // No context and an empty one are two things; gettext itself puts U+0004 between.
        let bytes = (context.map { $0.bytes + [4] } ?? []) + message.bytes
        return Key(first: SipHash.hash(bytes, seed: 1), second: SipHash.hash(bytes, seed: 2))
    }

    private static func translation(_ entry: POEntry) -> UInt64 {
        SipHash.hash(entry.translations.reduce(into: [entry.isFuzzy ? 1 : 0]) { $0 += $1.bytes + [0] })
    }
}
