public import ArgumentParser
public import Dragoman

extension Diagnostic.Severity: ExpressibleByArgument {
    public static var allValueStrings: [String] { ["note", "warning", "error"] }

    /// Higher is worse.
    var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// Codes with commas between; `term` stands for all that begin with `term.`.
struct CheckCodeList: ExpressibleByArgument {
    let codes: Set<CheckCode>

    init?(argument: String) {
        var codes: Set<CheckCode> = []
        for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
            let found = CheckCode.allCases.filter { $0.rawValue == part || $0.rawValue.hasPrefix("\(part).") }
            guard !found.isEmpty else { return nil }
            codes.formUnion(found)
        }
        self.codes = codes
    }

    static var allValueStrings: [String] { CheckCode.allCases.map(\.rawValue) }
}
