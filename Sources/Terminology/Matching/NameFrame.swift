internal import UnicodeText

/// What stands before and behind a name in the name of something else: "New [Mexico]", "[Mexico] City".
struct NameFrame: Sendable {
    let before: UTF8Text
    let behind: UTF8Text
    /// What stands before any one word that is joined to the name by a hyphen: Hausa "ɗan Asiya-[Amurka]", an Asian American.
    let beforeJoined: UTF8Text?
    /// Whether it is the name after all: "babban birnin Mexico", Mexico's capital, is not "birnin Mexico".
    let isException: Bool

    /// Reads a line of the data: the frame with the name in brackets, "! " before an exception, "*-" for the joined word.
    ///
    /// - Returns: `nil` for a line without brackets.
    static func read(_ line: UTF8Text) -> (name: UTF8Text, frame: NameFrame)? {
        guard let open = line.bytes.firstIndex(of: 0x5B), let close = line.bytes.firstIndex(of: 0x5D), open < close
        else { return nil }
        let isException = line.bytes.starts(with: "! ".utf8)
        let before = line[(isException ? 2 : 0)..<open]
        let isJoined = before.bytes.suffix(2).elementsEqual("*-".utf8)
        return (
            line[open + 1..<close],
            NameFrame(
                before: isJoined ? UTF8Text() : before, behind: line[close + 1..<line.count],
                beforeJoined: isJoined ? before[0..<before.count - 2] : nil, isException: isException)
        )
    }
}
