internal import GRDB

extension SQLiteStore {
    public func dedupe(
        _ options: DedupeOptions, dryRun: Bool, as info: RevisionInfo, example: (DuplicateGroup) throws -> Void
    ) throws -> DedupeReport {
        try withoutActuallyEscaping(example) { example in
            func run(_ connection: Database) throws -> DedupeReport {
                let deduplicator = try Deduplicator(
                    connection, path: path, options, revision: info, example: example)
                try deduplicator.run()
                return deduplicator.report
            }
            guard options.changesUnits else { return try read(run) }
            var report = DedupeReport()
            try transaction(dryRun: dryRun) { report = try run($0) }
            if dryRun { report.revision = nil }
            return report
        }
    }
}
