/// A piece of information of a term base that this package does not interpret but keeps.
public struct DataCategory: Hashable, Sendable, Codable {
    /// The element it stood in: `descrip`, `termNote`, `admin`, `note`, `ref`, `xref`, `transac`, or a DCT element's name.
    public var element: String
    /// The value of its `type` attribute, empty if there is none.
    public var type: String
    public var value: String
    /// Other attributes as they stood, name and value.
    public var attributes: [[String]]

    public init(element: String, type: String = "", value: String, attributes: [[String]] = []) {
        self.element = element
        self.type = type
        self.value = value
        self.attributes = attributes
    }
}
