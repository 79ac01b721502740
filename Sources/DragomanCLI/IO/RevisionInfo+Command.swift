import Dragoman

extension RevisionInfo {
    /// What this program does to a memory, now, for who works here.
    static func byCommand(_ action: String, note: String) -> RevisionInfo {
        RevisionInfo(
            user: Machine.userName, tool: "dragoman \(DragomanVersion.current)", action: action, note: note)
    }
}
