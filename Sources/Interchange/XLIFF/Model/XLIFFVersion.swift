/// A version of XLIFF that is read and written.
public enum XLIFFVersion: String, Sendable, CaseIterable {
    case v1_2 = "1.2"
    case v2_0 = "2.0"
    case v2_1 = "2.1"

    /// The namespace of the core: 2.1 kept that of 2.0.
    public var namespace: String {
        self == .v1_2 ? "urn:oasis:names:tc:xliff:document:1.2" : "urn:oasis:names:tc:xliff:document:2.0"
    }

    var isFirst: Bool { self == .v1_2 }
}

/// Namespaces of the modules of XLIFF 2 that have a place in the model.
enum XLIFFModule {
    static let matches = "urn:oasis:names:tc:xliff:matches:2.0"
    static let glossary = "urn:oasis:names:tc:xliff:glossary:2.0"
    static let metadata = "urn:oasis:names:tc:xliff:metadata:2.0"
}
