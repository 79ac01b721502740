internal import FuzzyMatching
internal import UnicodeText

/// URLs and e-mail addresses of the source.
///
/// One whose language differs is the same: parts that are the tag of a language or a country of two letters, `www` and the
/// scheme do not count, nor does a slash at the end.
struct AddressRule: CheckRule {
    private let tokenizer = Tokenizer()

    func check(_ unit: CheckUnit, _ report: (CheckFinding) -> Void) {
        let (source, target) = (unit.source.segment.text, unit.target.segment.text)
        let ours = addresses(source)
        if ours.isEmpty { return }
        let theirs = addresses(target)
        let known = Set(theirs.map { Self.key(target[$0]) })
        let missing = ours.filter { !known.contains(Self.key(source[$0])) }
        let names = Set(ours.map { Self.key(source[$0]) })
        let new = theirs.filter { !names.contains(Self.key(target[$0])) }
        for range in missing {
            if missing.count == 1, new.count == 1 {
                report(
                    CheckFinding(
                        .address, side: .target, range: new[0],
                        message: "\(source[range]) was changed to \(target[new[0]])", suggestion: source[range]))
            } else if target.bytes.firstRange(of: source[range].bytes) == nil {
                report(
                    CheckFinding(
                        .address, side: .source, range: range, message: "\(source[range]) is missing in the translation"
                    ))
            }
        }
    }

    private func addresses(_ text: UTF8Text) -> [ByteRange] {
        guard text.bytes.contains(where: { $0 == 0x40 || $0 == 0x2F || $0 | 0x20 == 0x77 }) else { return [] }
        return tokenizer.tokens(of: text).filter { $0.kind == .address }.map(\.range)
    }

    private static func key(_ address: UTF8Text) -> [UInt8] {
        let lower = address.bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        let parts = lower.split { [0x2E, 0x2F, 0x2D, 0x3A].contains($0) }
        return Array(
            parts.filter { part in
                let isTag = part.count == 2 && part.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
                return !isTag && !ignored.contains { part.elementsEqual($0.utf8) }
            }.joined(separator: [0x2F]))
    }

    private static let ignored = ["http", "https", "www"]
}
