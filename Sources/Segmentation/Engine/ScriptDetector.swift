internal import UnicodeText

/// The script that a text is written in, for languages without rules of their own.
enum ScriptDetector {
    /// Letters that are looked at.
    private static let sample = 400

    /// The most frequent script among the first letters; `nil` if there are none. O(1).
    static func script(of text: UTF8Text) -> String? {
        var counts: [String: Int] = [:]
        var letters = 0
        var offset = 0
        var seen = 0
        while offset < text.count, letters < sample, seen < sample * 16 {
            let (scalar, length) = text.scalar(at: offset)
            offset += length
            seen += 1
            guard scalar.isLetter else { continue }
            letters += 1
            counts[scalar.script, default: 0] += 1
        }
        // Ties go to the name that sorts first, so that the answer depends on the text alone.
        return counts.min {
            $0.value != $1.value ? $0.value > $1.value : $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
        }?
        .key
    }
}
