/// The version of this package.
public enum DragomanVersion {
    public static let current = "0.1.0"
}
