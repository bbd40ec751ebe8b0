import Foundation
import Testing

@testable import Site

/// Files that are no templates, each with what is wrong.
private struct Hostile: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let fault: WordFault

    init(_ name: String, _ fault: WordFault, _ bytes: [UInt8]) {
        (testDescription, self.fault, self.bytes) = (name, fault, bytes)
    }

    init(_ name: String, _ fault: WordFault, parts: KeyValuePairs<String, String>) {
        self.init(name, fault, Array(zipped(parts)))
    }

    /// A sound file with one part more.
    init(_ name: String, _ fault: WordFault, with part: String, _ text: String = "x") {
        self.init(
            name, fault,
            parts: [
                "[Content_Types].xml": WordSample.kinds,
                "word/document.xml": WordSample.document(""), part: text,
            ])
    }

    init(_ name: String, _ fault: WordFault, body: String) {
        self.init(name, fault, WordSample.file(body))
    }

    private static func links(_ inner: String) -> String {
        "<Relationships><Relationship Id=\"r\" \(inner)/></Relationships>"
    }

    private static func field(_ code: String) -> String {
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\(code)"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
    }

    private static let rels = "word/_rels/document.xml.rels"
    private static let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    static let all = [
        Hostile("a PDF", .notWord, Array("%PDF-1.7".utf8)), Hostile("nothing", .notWord, []),
        Hostile("a .doc of old", .closed, ole),
        Hostile("a spreadsheet", .notWord, parts: ["xl/workbook.xml": "<x/>"]),
        Hostile(
            "a spreadsheet with kinds", .notWord,
            parts: ["[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"]),
        Hostile("cut off", .broken, Array(WordSample.file("").dropLast(30))),
        Hostile("a macro", .macros, with: "word/vbaProject.bin"),
        Hostile(
            "kinds with macros", .macros,
            parts: [
                "[Content_Types].xml": WordSample.kinds.replacing(
                    "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                    with: "vnd.ms-word.document.macroEnabled.main"),
                "word/document.xml": WordSample.document(""),
            ]),
        Hostile("a control", .embedded, with: "word/activeX/activeX1.xml"),
        Hostile("another file in it", .embedded, with: "word/embeddings/a.xlsm"),
        Hostile("a name that leads out", .strangeName, with: "../../etc/passwd"),
        Hostile("a name from the root", .strangeName, with: "/etc/passwd"),
        Hostile("a name of Windows", .strangeName, with: "word\\..\\a.xml"),
        Hostile("a name with a drive", .strangeName, with: "C:/a.xml"),
        Hostile("the same part twice", .strangeName, with: "word/Document.xml"),
        Hostile(
            "a template from elsewhere", .external, with: rels,
            links(
                "Type=\"a/attachedTemplate\" TargetMode=\"External\" Target=\"http://a/b.dotm\"")),
        Hostile(
            "a picture from elsewhere", .external, with: rels,
            links("Type=\"a/image\" TargetMode=\"External\" Target=\"https://a/b.png\"")),
        Hostile(
            "a link to a file", .external, with: rels,
            links("Type=\"a/hyperlink\" TargetMode=\"External\" Target=\"file:///etc/passwd\"")),
        Hostile("another text in it", .embedded, with: rels, links("Type=\"a/aFChunk\"")),
        Hostile("broken links", .broken, with: rels, "<Relationships>"),
        Hostile(
            "a command", .external,
            body: field("<w:r><w:instrText> DDEAUTO c:\\\\a.exe</w:instrText></w:r>")),
        Hostile(
            "a command in two runs", .external,
            body: field(
                "<w:r><w:instrText>INCLUDE</w:instrText></w:r>"
                    + "<w:r><w:instrText>TEXT \"/etc/passwd\"</w:instrText></w:r>")),
        Hostile(
            "a simple command", .external,
            body: "<w:p><w:fldSimple w:instr=\"LINK Excel.Sheet.8\"/></w:p>"),
        Hostile("an open tag", .broken, body: "<w:p>"),
        Hostile("crossed tags", .broken, body: "<w:p><w:r></w:p></w:r>"),
        Hostile("an unknown entity", .broken, body: "<w:p>&x;</w:p>"),
        Hostile("half an attribute", .broken, body: "<w:p a=\"1></w:p>"),
        Hostile("an attribute without quotes", .broken, body: "<w:p a=1></w:p>"),
        Hostile(
            "no end of nesting", .broken,
            body: String(repeating: "<w:p>", count: 5000)
                + String(repeating: "</w:p>", count: 5000)),
        Hostile(
            "entities", .broken,
            parts: [
                "[Content_Types].xml": WordSample.kinds,
                "word/document.xml": "<!DOCTYPE a [<!ENTITY b \"c\">]>"
                    + WordSample.document("&b;"),
            ]),
        Hostile(
            "no text where the list says", .broken,
            parts: ["[Content_Types].xml": WordSample.kinds, "word/other.xml": "<x/>"]),
        Hostile(
            "11 MB", .tooLarge, [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 11 << 20)),
    ]
}

@Suite struct `A Word file` {
    @Test(arguments: Hostile.all)
    private func `that is no template is refused`(file: Hostile) {
        #expect(throws: file.fault) { try WordFile(file.bytes) }
        #expect(file.fault.sentence.hasSuffix("。"))
    }

    @Test func `with ordinary links and fields is taken`() throws {
        let links =
            "<Relationships><Relationship Id=\"r\" Type=\"a/hyperlink\" "
            + "TargetMode=\"External\" Target=\"https://example.org\"/></Relationships>"
        let field =
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE "
            + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
        let bytes = zipped([
            "[Content_Types].xml": WordSample.kinds,
            "word/document.xml": WordSample.document(field), "word/media/": "",
            "word/_rels/document.xml.rels": links, "docProps/custom.bin": "\u{0}\u{1}",
        ])
        let file = try WordFile(Array(bytes))
        let again = file.content
        #expect(WordSample.part("docProps/custom.bin", of: again) == "\u{0}\u{1}")
        #expect(WordSample.body(of: again) == field)
    }

    @Test func `that unpacks without end is refused before it fills the memory`() throws {
        let bomb = ZipFile([
            ("[Content_Types].xml", Array(WordSample.kinds.utf8)),
            ("word/document.xml", [UInt8](repeating: 0x20, count: 61 << 20)),
        ]).content
        #expect(bomb.count < 1 << 20)
        #expect(throws: WordFault.tooLarge) { try WordFile(bomb) }
        // One that says it is small: what comes after what was announced is a trap.
        var liar = ZipFile([
            ("[Content_Types].xml", Array(WordSample.kinds.utf8)),
            ("word/document.xml", [UInt8](repeating: 0x20, count: 8 << 20)),
        ]).content
        let size = withUnsafeBytes(of: UInt32(8 << 20).littleEndian) { Array($0) }
        for place in liar.indices.dropLast(4) where Array(liar[place..<place + 4]) == size {
            liar.replaceSubrange(place..<place + 4, with: [9, 0, 0, 0])
        }
        #expect(throws: WordFault.broken) { try WordFile(liar) }
    }
}

@Suite struct `A ZIP file` {
    @Test func `gives its parts back, and is the same every time`() throws {
        let text = String(repeating: "甲乙丙", count: 50_000)
        let parts: [(name: String, bytes: [UInt8])] = [
            ("一/二.xml", Array(text.utf8)), ("empty", []), ("one", [7]),
        ]
        let bytes = ZipFile(parts).content
        #expect(bytes == ZipFile(parts).content && bytes.count < 5000)
        let zip = try ZipParts(Data(bytes))
        #expect(zip.names == ["一/二.xml", "empty", "one"])
        #expect(WordSample.part("一/二.xml", of: bytes) == text)
        #expect(WordSample.part("empty", of: bytes) == "")
        #expect(WordSample.part("one", of: bytes) == "\u{7}")
    }
}
