internal import UnicodeText

extension LanguageTag {
    /// Whether a text in one of these tags may stand in for the other: the same language in the same script, by CLDR's
    /// likely subtags where a tag names none. `en-GB` meets `en-US` and `en`; `zh-TW` does not meet `zh-CN`.
    func meets(_ other: LanguageTag) -> Bool {
        if self == other { return true }
        guard language.utf8.elementsEqual(other.language.utf8), self != .undetermined else { return false }
        let scripts = [self, other].map { $0.script ?? CLDRNames.likelyScript(of: $0) }
        guard let one = scripts[0], let two = scripts[1] else { return true }
        return one.utf8.elementsEqual(two.utf8)
    }
}
