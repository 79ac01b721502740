extension HostileXML {
    public static let tmx = HostileXML(
        root: "tmx",
        before: "<tmx version=\"1.4\"><header srclang=\"en\"/><body><tu><tuv xml:lang=\"en\"><seg>",
        after: "</seg></tuv><tuv xml:lang=\"fr\"><seg>x</seg></tuv></tu></body></tmx>")

    public static let xliff1 = HostileXML(
        root: "xliff",
        before:
            "<xliff version=\"1.2\"><file source-language=\"en\" target-language=\"fr\" original=\"o\" datatype=\"x\">"
            + "<body><trans-unit id=\"1\"><source>",
        after: "</source><target>x</target></trans-unit></body></file></xliff>",
        outcomes: [
            "200,000 comments in a text": .refused("longer than", line: 3), "nothing in the document": .read(0),
        ])

    public static let xliff2 = HostileXML(
        root: "xliff",
        before: "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"en\" trgLang=\"fr\">"
            + "<file id=\"f\"><unit id=\"1\"><segment state=\"translated\"><source>",
        after: "</source><target>x</target></segment></unit></file></xliff>",
        outcomes: [
            "200,000 comments in a text": .refused("longer than", line: 3), "nothing in the document": .read(0),
        ])

    public static let tbx = HostileXML(
        root: "tbx",
        before:
            "<tbx xmlns=\"urn:iso:std:iso:30042:ed-2\" type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\"><text><body>"
            + "<conceptEntry id=\"1\"><langSec xml:lang=\"en\"><termSec><term>",
        after: "</term></termSec></langSec></conceptEntry></body></text></tbx>",
        outcomes: ["200,000 empty elements in a text": .read(1), "nothing in the document": .read(0)])
}
