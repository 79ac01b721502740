// swift-tools-version:6.2
import PackageDescription

/// Our side of the measurements that call the library; apart from the package, so that its users build none of it.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "dragoman", path: "..")],
    targets: [
        .executableTarget(
            name: "SegmentationBenchmark",
            dependencies: [.product(name: "Segmentation", package: "dragoman")],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
