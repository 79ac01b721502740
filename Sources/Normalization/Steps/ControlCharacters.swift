public import UnicodeText

/// Removes what no press copy means: C0 controls, soft hyphens, byte order marks inside the text, joiners where no
/// script joins, directional controls without their partner. Line ends become line feeds.
///
/// U+001A stands for a character lost in a conversion and stays, as U+FFFD does; joiners, zero-width spaces and
/// directional marks stay where a script needs them. C1 controls are read as windows-1252 by `MojibakeRepair`, which
/// comes before. O(n).
public struct ControlCharacters: Step {
    public init() {}

    public func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        apply(to: text, keepsBytes: false).result
    }

    /// - Parameter keepsBytes: whether C1 controls and soft hyphens stay, which may be bytes of a misreading still.
    /// - Returns: also whether another look may find more: what stayed, or what has new neighbours.
    func apply(
        to text: UTF8Text, keepsBytes: Bool
    ) -> (result: (text: UTF8Text, edits: EditMap), isOpen: Bool) {
        var rewriter = TextRewriter(text)
        var scan = FormatCharacterScan(text, keepsBytes: keepsBytes)
        scan.run()
        for change in scan.changes {
            rewriter.replace(change.range, with: change.isLineEnd ? [0x0A] : [], rule: change.rule)
        }
        return (rewriter.finish(), scan.hasBytes || scan.closesGaps)
    }
}
