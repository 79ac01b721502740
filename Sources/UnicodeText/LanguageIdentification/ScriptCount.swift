internal import CICU

/// How many letters of a text belong to each script.
struct ScriptCount {
    /// By ICU's number of the script.
    private var counts: [Int32: Int] = [:]
    private var total = 0

    /// O(n).
    init(_ text: UTF8Text) {
        var ascii = 0
        var offset = 0
        var latin: Int32?
        while offset < text.count {
            let (scalar, length) = text.scalar(at: offset)
            offset += length
            guard scalar.isLetter else { continue }
            if scalar.value < 0x80 {
                ascii += 1
                if latin == nil { latin = dgm_script(scalar.value) }
            } else {
                // A character of a script without blanks does the work of several letters.
                counts[dgm_script(scalar.value), default: 0] += scalar.isUnspaced ? 3 : 1
            }
        }
        if let latin { counts[latin, default: 0] += ascii }
        total = counts.values.reduce(0, +)
    }

    /// Four-letter name of the script with the most letters, `nil` when there is no letter.
    var main: String? {
        counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { String(cString: dgm_script_name($0.key)) }
    }

    /// Share of the letters in a script, 0...1.
    func share(of script: String) -> Double {
        let count = counts.first { String(cString: dgm_script_name($0.key)).utf8.elementsEqual(script.utf8) }?.value
        return Double(count ?? 0) / Double(max(total, 1))
    }
}
