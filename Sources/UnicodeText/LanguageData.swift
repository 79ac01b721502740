internal import CData

/// The data files compiled into the program, by name: `segmentation/en.txt`, `glossaries/diplomacy.tbx`.
public enum LanguageData {
    /// Names of all files, sorted.
    public static var names: [String] {
        (0..<dgm_data_count()).map { String(cString: dgm_data_at($0).name) }
    }

    /// The bytes of a file, `nil` if there is none of that name. No copy is made.
    public static func file(_ name: String) -> UnsafeBufferPointer<UInt8>? {
        var low: Int32 = 0
        var high = dgm_data_count()
        while low < high {
            let middle = (low + high) / 2
            let file = dgm_data_at(middle)
            let here = String(cString: file.name)
            if here.utf8.elementsEqual(name.utf8) {
                return UnsafeBufferPointer(start: file.bytes, count: Int(file.count))
            }
            if here.utf8.lexicographicallyPrecedes(name.utf8) { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// The bytes of the file for a language, or for the nearest tag it falls back to.
    public static func file(_ folder: String, for language: LanguageTag) -> UnsafeBufferPointer<UInt8>? {
        for tag in language.fallbacks {
            if let found = file("\(folder)/\(tag).txt") { return found }
        }
        return nil
    }

    /// A hash of all data (FNV-1a, 64 bits), for telling whether two programs decide alike.
    public static var hash: UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in 0..<dgm_data_count() {
            let file = dgm_data_at(index)
            for byte in UnsafeBufferPointer(start: file.bytes, count: Int(file.count)) {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
            }
        }
        return hash
    }
}
