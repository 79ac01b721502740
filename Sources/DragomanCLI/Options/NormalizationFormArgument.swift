public import ArgumentParser
public import Dragoman

extension NormalizationForm: ExpressibleByArgument {
    /// `NFC`, in any case.
    public init?(argument: String) {
        let wanted = argument.lowercased()
        guard let form = NormalizationForm.allCases.first(where: { "\($0)".utf8.elementsEqual(wanted.utf8) }) else {
            return nil
        }
        self = form
    }

    public static var allValueStrings: [String] { allCases.map { "\($0)".uppercased() } }
}
