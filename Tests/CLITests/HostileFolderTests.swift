import Foundation
import TestSupport
import Testing

/// The hostile files as files, for `scripts/check-hostile`, which measures the finished program with them.
@Suite struct HostileFolderTests {
    private static let folder = ProcessInfo.processInfo.environment["DRAGOMAN_HOSTILE_FOLDER"]

    /// The files of each format, and a line each in `files.tsv`: format, path, whether it is read, name.
    @Test(.enabled(if: folder != nil)) func areWritten() throws {
        let folder = URL(fileURLWithPath: try #require(Self.folder))
        var list = ""
        for (format, files) in [
            ("tmx", HostileXML.tmx.all), ("xliff1", HostileXML.xliff1.all), ("xliff2", HostileXML.xliff2.all),
            ("tbx", HostileXML.tbx.all), ("po", HostileFile.po), ("tsv", HostileFile.tsv), ("csv", HostileFile.csv),
            ("json", HostileFile.json),
        ] {
            for (number, file) in files.enumerated() {
                let path = "\(number).\(format)"
                try Data(file.bytes).write(to: folder.appendingPathComponent(path))
                let isRead = if case .read = file.outcome { "read" } else { "refused" }
                let name = file.name.replacing("\t", with: " ").replacing("\n", with: " ")
                list += "\(format)\t\(path)\t\(isRead)\t\(name)\n"
            }
        }
        try Data(list.utf8).write(to: folder.appendingPathComponent("files.tsv"))
    }
}
