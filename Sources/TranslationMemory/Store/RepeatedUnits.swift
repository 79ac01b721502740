/// Marks units of a file whose source the file had before, and texts that a unit has twice, so that a memory keeps each of
/// them.
///
/// A memory merges units of the same source and variants of the same text. A file may have them several times with other
/// identifiers, notes or translations; from the second on they get an attribute that is part of what makes them the
/// same, and says which file and how many times: `shop.tmx#2`. Read again, the file meets its own units.
public struct RepeatedUnits {
    /// No interchange file can have an attribute of this name without a namespace for its prefix.
    public static let attribute = "dragoman:repeated"

    private let file: String
    private var counts: [Int64: Int] = [:]

    public init(file: String) { self.file = file }

    /// O(length of the texts); 16 bytes of memory for each source.
    public mutating func mark(_ unit: inout TranslationUnit) {
        guard let identity = UnitIdentity(unit) else { return }
        let count = counts[identity.hash, default: 0] + 1
        counts[identity.hash] = count
        if count > 1 { unit.attributes[Self.attribute] = "\(file)#\(count)" }
        guard unit.variants.count > 1 else { return }
        var variants: [VariantSet.Key: Int] = [:]
        for index in unit.variants.indices {
            let count = variants[VariantSet.Key(unit.variants[index]), default: 0] + 1
            variants[VariantSet.Key(unit.variants[index])] = count
            if count > 1 { unit.variants[index].attributes[Self.attribute] = "\(file)#\(count)" }
        }
    }
}
