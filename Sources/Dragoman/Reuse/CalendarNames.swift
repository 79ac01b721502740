internal import UnicodeText

/// Names of months or weekdays in a language, each list in one width and form.
struct CalendarNames: Sendable {
    private let lists: [[UTF8Text]]

    init(_ names: CLDRDates.Names, in language: LanguageTag) {
        lists = CLDRDates.Width.allCases.flatMap { width in
            [false, true].map { CLDRDates.names(names, in: language, width: width, standalone: $0) }
        }
    }

    /// Where a name stands, its number from 0, and the list it is of.
    struct Place {
        let range: ByteRange
        let number: Int
        let list: Int
    }

    /// The places of a name in a part of a text, whatever its case; of two at the same place the longer.
    func places(of number: Int, in text: UTF8Text, _ part: ByteRange) -> [Place] {
        var places: [Place] = []
        for (list, names) in lists.enumerated() where names.indices.contains(number) && !names[number].isEmpty {
            let name = names[number]
            for spelling in [name, Self.capitalized(name)] {
                for range in text.places(of: spelling) where part.contains(range) {
                    if let index = places.firstIndex(where: { $0.range.overlaps(range) }) {
                        if places[index].range.count >= range.count { continue }
                        places.remove(at: index)
                    }
                    places.append(Place(range: range, number: number, list: list))
                }
            }
        }
        return places
    }

    /// The number of the name that a text is.
    func number(of text: UTF8Text) -> Int? {
        for names in lists {
            if let index = names.firstIndex(where: { $0 == text || Self.capitalized($0) == text }) { return index }
        }
        return nil
    }

    /// Another name in the form that stands at a place.
    func name(_ number: Int, like place: Place, in text: UTF8Text) -> UTF8Text? {
        guard lists[place.list].indices.contains(number) else { return nil }
        let name = lists[place.list][number]
        return text[place.range] == lists[place.list][place.number] ? name : Self.capitalized(name)
    }

    private static func capitalized(_ name: UTF8Text) -> UTF8Text { (try? CaseMapping.capitalize(name)) ?? name }
}
