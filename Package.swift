// swift-tools-version:6.2
import PackageDescription

let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A Swift module of the design; `data` names folders that are language data, not sources.
func module(_ name: String, _ dependencies: [Target.Dependency], data: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: data, swiftSettings: swiftSettings)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.byName(name: name), "TestSupport"] + dependencies,
        swiftSettings: swiftSettings)
}

let package = Package(
    name: "dragoman",
    products: [
        .library(name: "Dragoman", targets: ["Dragoman"]),
        .library(name: "FuzzyMatching", targets: ["FuzzyMatching", "UnicodeText"]),
        .library(name: "Segmentation", targets: ["Segmentation", "UnicodeText"]),
        .library(name: "Terminology", targets: ["Terminology", "UnicodeText"]),
        .executable(name: "dragoman", targets: ["DragomanCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .target(
            name: "CICU",
            linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
        .target(name: "CExpat", linkerSettings: [.linkedLibrary("expat")]),
        .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
        .target(name: "CStemmer", linkerSettings: [.linkedLibrary("stemmer")]),
        // cld2_full holds the tables alone and must come before cld2, whose small tables it replaces.
        .target(
            name: "CLanguage",
            linkerSettings: [.linkedLibrary("cld2_full"), .linkedLibrary("cld2")]),
        .target(name: "CHTML", linkerSettings: [.linkedLibrary("gumbo")]),
        .target(name: "CData"),

        module("UnicodeText", ["CICU", "CLanguage", "CStemmer", "CData"], data: ["Data"]),
        module("ByteJSON", ["UnicodeText"]),
        module("ByteXML", ["UnicodeText", "CExpat"]),
        module("Normalization", ["UnicodeText", "ByteJSON", "ByteXML", "CHTML"], data: ["Data"]),
        module("Segmentation", ["UnicodeText", "ByteXML"], data: ["Data"]),
        module("Terminology", ["UnicodeText"], data: ["Data"]),
        module("FuzzyMatching", ["UnicodeText"]),
        module(
            "TranslationMemory",
            [
                "UnicodeText", "ByteJSON", "FuzzyMatching", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        module("Interchange", ["UnicodeText", "ByteXML", "TranslationMemory", "Terminology", "CZlib"]),
        module(
            "Dragoman",
            [
                "UnicodeText", "ByteJSON", "ByteXML", "Normalization", "Segmentation", "Terminology", "FuzzyMatching",
                "TranslationMemory", "Interchange",
            ], data: ["Data"]),
        .executableTarget(
            name: "DragomanCLI",
            dependencies: [
                "Dragoman", "CZlib", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings),

        .target(
            name: "TestSupport", dependencies: ["UnicodeText"], path: "Tests/TestSupport", swiftSettings: swiftSettings),
        .target(name: "FaultyVFS", path: "Tests/FaultyVFS", linkerSettings: [.linkedLibrary("sqlite3")]),
        .testTarget(name: "CLITests", dependencies: ["DragomanCLI", "TestSupport"], swiftSettings: swiftSettings),
        tests(of: "Dragoman"),
        tests(of: "UnicodeText"),
        tests(of: "Normalization", ["UnicodeText"]),
        tests(of: "Interchange", ["UnicodeText", "ByteXML", "TranslationMemory", "Terminology", "CZlib"]),
        tests(of: "ByteJSON", ["UnicodeText"]),
        tests(of: "ByteXML", ["UnicodeText"]),
        tests(of: "Terminology", ["UnicodeText"]),
        tests(of: "Segmentation"),
        tests(of: "FuzzyMatching", ["UnicodeText"]),
        tests(
            of: "TranslationMemory",
            ["UnicodeText", "FuzzyMatching", "FaultyVFS", .product(name: "GRDB", package: "GRDB.swift")]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
