import Foundation
import Testing

@testable import Site

@Suite struct `A Word file of chance` {
    private static let body =
        WordSample.paragraph("买受人 {{买受", "人}}，{{总价}}")
        + "<w:tbl>" + WordSample.row("{{#分期}}{{期次}}", "{{金额}}{{/分期}}") + "</w:tbl>"

    private func words(_ body: String) -> (words: String, isSound: Bool)? {
        guard var file = try? WordFile(WordSample.file(body)) else { return nil }
        var merge = WordMerge(.sample)
        file.change { merge.filled($0) }
        let isSound = merge.unknown.isEmpty && merge.faults.isEmpty
        return (WordSample.words(of: file.content), isSound)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `says the same however its text is split over runs`(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        let text = "甲{{买受人}}乙{{总价}}{{ 买受人 }}丙"
        let whole = try #require(words(WordSample.paragraph(text)))
        var runs = "<w:p>"
        var rest = text[...]
        while !rest.isEmpty {
            let piece = rest.prefix(1 + Int(random.next() % 4))
            rest = rest.dropFirst(piece.count)
            let look = random.pick(["", "<w:rPr><w:b/></w:rPr>", "<w:lastRenderedPageBreak/>"])
            runs += "<w:r>\(look)<w:t>\(piece)</w:t></w:r>"
            runs += random.pick(["", "<w:proofErr w:type=\"spellStart\"/>", "<w:r/>"])
        }
        let split = try #require(words(runs + "</w:p>"))
        #expect(split.words == whole.words && split.isSound, "seed \(seed): \(runs)")
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `is refused or comes out as XML that can be read again`(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        var bytes = Array(Self.body.utf8)
        for _ in 0...(random.next() % 6) {
            let place = Int(random.next() % UInt64(bytes.count))
            switch random.next() % 4 {
            case 0: bytes.remove(at: place)
            case 1: bytes.insert(random.pick(Array("<>&\"'/{}#=".utf8)), at: place)
            case 2: bytes[place] = UInt8(random.next() % 128)
            default: bytes.swapAt(place, Int(random.next() % UInt64(bytes.count)))
            }
        }
        guard var file = try? WordFile(WordSample.file(String(decoding: bytes, as: UTF8.self)))
        else { return }
        var merge = WordMerge(.sample)
        file.change { merge.filled($0) }
        let again = try WordFile(file.content)
        #expect(again.content == file.content, "seed \(seed)")
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `takes any value without becoming another document`(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        var values = ContractValues.sample
        let nasty = nastyText(&random)
        values.fields["总价"] = ContractValue(nasty, isMarked: seed % 2 == 0)
        values.fields["买受人"] = ContractValue(nastyText(&random))
        var file = try WordFile(WordSample.file(Self.body))
        var merge = WordMerge(values)
        file.change { merge.filled($0) }
        #expect(merge.faults.isEmpty && merge.unknown.isEmpty)
        let part = try #require(WordSample.part("word/document.xml", of: file.content))
        let nodes = try #require(WordReader.nodes(of: Array(part.utf8)))
        let paragraphs = nodes.compactMap(\.element).flatMap(\.children).compactMap(\.element)
            .flatMap(\.children).compactMap(\.element).filter { $0.name == "w:p" }
        #expect(paragraphs.count == 1, "seed \(seed)")
        let plain = nasty.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\t" }
        let written = paragraphs[0].ownText.unicodeScalars.suffix(plain.count)
        #expect(Array(written) == Array(plain), "seed \(seed)")
    }
}
