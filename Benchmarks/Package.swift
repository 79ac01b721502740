// swift-tools-version:6.2
import PackageDescription

let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// Our side of the measurements that call the library; apart from the package, so that its users build none of it.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "dragoman", path: "..")],
    targets: [
        .executableTarget(
            name: "FuzzyBenchmark",
            dependencies: [
                .product(name: "FuzzyMatching", package: "dragoman")
            ],
            swiftSettings: swiftSettings)
    ],
    swiftLanguageModes: [.v6]
)
