internal import ByteXML

/// An element of TMX outside of segments (TMX 1.4b, section 4).
enum TMXElement {
    case root, header, body, encoding, map, note, property, unit, variant, segment, other

    init(_ name: UnsafeBufferPointer<UInt8>) {
        self = .other
        switch name.count {
        case 2: if name.equals("tu") { self = .unit }
        case 3:
            if name.equals("seg") {
                self = .segment
            } else if name.equals("tuv") {
                self = .variant
            } else if name.equals("tmx") {
                self = .root
            } else if name.equals("ude") {
                self = .encoding
            } else if name.equals("map") {
                self = .map
            }
        case 4:
            if name.equals("prop") {
                self = .property
            } else if name.equals("note") {
                self = .note
            } else if name.equals("body") {
                self = .body
            }
        case 6: if name.equals("header") { self = .header }
        default: break
        }
    }
}
