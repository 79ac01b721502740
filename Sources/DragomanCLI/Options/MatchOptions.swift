import ArgumentParser
import Dragoman

/// The memories that translations are taken from.
struct MatchOptions: ParsableArguments {
    @Option(
        name: .customLong("also"),
        help: ArgumentHelp(
            "A further memory, read only, after the others; @5 takes 5 points off its matches. May be repeated.",
            valueName: "file[@points]"))
    var further: [MemoryArgument] = []

    @OptionGroup var memory: MemoryOptions

    /// All memories by priority. The first must be there unless others are named.
    func memories() throws -> [MatchMemory] {
        var memories: [MatchMemory] = []
        if further.isEmpty || memory.exists {
            memories.append(MatchMemory(try memory.openExisting(), name: further.isEmpty ? "" : memory.path))
        }
        for each in further {
            let store = try MemoryOptions.openExisting(each.path)
            memories.append(MatchMemory(store, name: each.path, penalty: each.penalty))
        }
        return memories
    }
}
