// swift-tools-version:6.2
import PackageDescription

/// Built by `make fuzz` alone: scripts/fuzz adds the sanitizers for every module.
let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "dragoman", path: "..")],
    targets: [
        .executableTarget(
            name: "Fuzz",
            dependencies: [.product(name: "Dragoman", package: "dragoman")],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ],
            // gold fails on libFuzzer's own main beside ours.
            linkerSettings: [.unsafeFlags(["-use-ld=lld"])])
    ],
    swiftLanguageModes: [.v6]
)
