public import Foundation

/// `Tests/Golden`: a folder a language, a file a subject.
public enum GoldenFolder {
    public static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Golden")

    /// Languages that have a file of a name, sorted.
    public static func languages(with file: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        return names.filter { FileManager.default.fileExists(atPath: path($0, file).path) }.sorted()
    }

    public static func text(of language: String, _ file: String) throws -> String {
        try String(contentsOf: path(language, file), encoding: .utf8)
    }

    private static func path(_ language: String, _ file: String) -> URL {
        url.appendingPathComponent(language).appendingPathComponent(file)
    }
}
