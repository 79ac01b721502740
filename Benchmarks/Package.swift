// swift-tools-version:6.2
import PackageDescription

/// A program of our side of the measurements that call the library.
func benchmark(_ name: String, _ product: String) -> Target {
    .executableTarget(
        name: name,
        dependencies: [.product(name: product, package: "dragoman")],
        swiftSettings: [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
        ])
}

/// Apart from the package, so that its users build none of it.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "dragoman", path: "..")],
    targets: [
        benchmark("FuzzyBenchmark", "FuzzyMatching"), benchmark("SegmentationBenchmark", "Segmentation"),
        benchmark("TermsBenchmark", "Terminology"),
        benchmark("InterchangeBenchmark", "Dragoman"),
    ],
    swiftLanguageModes: [.v6]
)
