import Foundation
import HouseRules
import Testing

@testable import Site

/// Strokes that are long enough to be a name.
let drawnName = "100.100-300.120-320.300_400.80-420.310"

@Suite struct `Strokes of a signature` {
    private func fault(_ text: String) -> SignatureFault? {
        do throws(SignatureFault) {
            _ = try SignatureStrokes(sent: text)
            return nil
        } catch { return error }
    }

    /// So many strokes with so many points each, long enough.
    private func strokes(_ count: Int, points: Int) -> String {
        let line = (0..<points).map { "\($0 % 2 * 400).\($0 % 400)" }.joined(separator: "-")
        return Array(repeating: line, count: count).joined(separator: "_")
    }

    @Test func `are read and written alike`() throws {
        let strokes = try SignatureStrokes(sent: drawnName)
        #expect(strokes.text == drawnName)
        #expect(strokes.lines.map(\.count) == [3, 2])
        #expect(strokes.lines[0][0] == .init(x: 100, y: 100))
    }

    @Test func `become a drawing without script and without style`() throws {
        let svg = try SignatureStrokes(sent: drawnName + "_5.6").html(of: "安<b>然").string
        #expect(svg.contains("M100 100L300 120L320 300M400 80L420 310M5 6h0"))
        #expect(svg.contains("aria-label=\"安&lt;b&gt;然的手写签名\""))
        #expect(!svg.contains("style") && !svg.contains("script"))
    }

    @Test(arguments: [
        "", "x", "1", "1.2.3-4.5", "1.-2.3", "-1.2-300.3", "1.2--300.3", "1.2-300.3_",
        "1.2-1001.3", "1.2-300.401", "1.2-300.3<script>", "1.2 300.3", "１.2-300.3", "1e3.2-0.0",
        "00001.2-300.3", "1.2-+300.3",
    ])
    func `that are nothing the pad sends are refused`(text: String) {
        #expect(fault(text) == .unreadable)
    }

    @Test(
        arguments: [
            ("500.200", .tooShort), ("0.0-199.0", .tooShort), ("0.0-200.0", nil),
            ("0.0-100.0_0.0-0.100", nil), ("0.0-100.0_0.0-0.99", .tooShort),
        ] as [(String, SignatureFault?)])
    func `must be as long as a name`(text: String, expected: SignatureFault?) {
        #expect(fault(text) == expected)
    }

    @Test func `have at most sixty strokes and two thousand points`() {
        #expect(fault(strokes(60, points: 2)) == nil)
        #expect(fault(strokes(61, points: 2)) == .tooLong)
        #expect(fault(strokes(1, points: 2000)) == nil)
        #expect(fault(strokes(1, points: 2001)) == .tooLong)
        #expect(fault(strokes(20, points: 101)) == .tooLong)
        #expect(fault(String(repeating: "9", count: 100_000)) == .tooLong)
    }

    @Test(arguments: SignatureFault.allCases)
    func `are refused in a sentence that says what to do`(fault: SignatureFault) {
        #expect(fault.sentence.hasSuffix("。") && fault.sentence.contains("请"))
    }
}

@Suite struct `The file of a signature` {
    private func file(_ mark: SignatureMark) -> SignatureFile {
        SignatureFile(mark, on: "判客单 D-1", as: "当事人 安然", text: "判客单 D-1\n甲")
    }

    @Test func `is the same for the same signature and comes back as it was`() throws {
        let marks: [SignatureMark] = [
            .drawn(try SignatureStrokes(sent: drawnName)), .typed("安然"),
        ]
        for mark in marks {
            let bytes = try file(mark).bytes
            #expect(try file(mark).bytes == bytes)
            #expect(bytes.starts(with: SignatureFile.beginning))
            #expect(SignatureFile(bytes) == file(mark) && SignatureFile(bytes)?.mark == mark)
            #expect(try Attachment(file(mark)).hash == hex(sha256(bytes)))
        }
    }

    @Test(arguments: [
        "", "{}", "[]", "{\"anchang_signature\":1,", "{\"anchang_signature\":1,\"text\":\"\"}",
        "{\"anchang_signature\":1,\"paper\":\"a\",\"place\":\"b\",\"text\":\"c\"}",
        "{\"anchang_signature\":1,\"paper\":\"a\",\"place\":\"b\",\"strokes\":\"1\",\"text\":\"\"}",
    ])
    func `is none without a mark and words`(text: String) {
        #expect(SignatureFile(Array(text.utf8)) == nil)
    }

    @Test func `is nothing that somebody may bring`() throws {
        let bytes = try file(.typed("安然")).bytes
        #expect(AttachmentType(of: bytes) == nil)
        #expect(throws: Problem.self) { _ = try Attachment(bytes) }
    }
}

@Suite struct `A pad` {
    private let pad = SignaturePad(SigningPlace(.party, "yunqi-anran"), "安然签字")

    private func fault(_ fields: [(String, String)], owner: String? = "安然") -> String? {
        let form = FormFields(fields.map { .init(name: $0.0, value: $0.1) })
        do throws(Problem) {
            _ = try pad.mark(in: form, of: owner)
            return nil
        } catch { return error.fields.first?.sentence }
    }

    @Test func `takes the strokes, or else the name in full`() throws {
        let strokes = ("strokes-party.yunqi-anran", drawnName)
        #expect(fault([strokes]) == nil)
        #expect(fault([("signer-party.yunqi-anran", " 安然 ")]) == nil)
        #expect(fault([strokes, ("signer-party.yunqi-anran", "别人")]) == nil)
        #expect(fault([]) == SignatureFault.missing.sentence)
        #expect(
            fault([("signer-party.yunqi-anran", "别人")]) == SignatureFault.anotherName.sentence)
        #expect(
            fault([("signer-party.yunqi-anran", "安")], owner: nil)
                == SignatureFault.notAName.sentence)
        #expect(fault([("signer-party.yunqi-anran", "某人")], owner: nil) == nil)
    }

    @Test func `works without its script, and its drawing waits for it`() {
        let html = pad.html.string
        #expect(html.contains("<div class=\"sign-drawing\" hidden>"))
        #expect(html.contains("name=\"signer-party.yunqi-anran\" required"))
        #expect(!html.contains("style=") && !html.contains("onpointer"))
    }
}
