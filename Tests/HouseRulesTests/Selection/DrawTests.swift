@testable import HouseRules
import Testing

@Suite struct `A draw` {
    private func monday(_ hour: Int, _ minute: Int, _ second: Int = 0) -> Moment {
        House.monday.at(TimeOfDay(hour, minute, second))
    }

    private func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex.filter { !$0.isWhitespace })
        return stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
    }

    @Test(
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func `hashes as FIPS 180-4 says`(text: String, digest: String) {
        #expect(SHA256.hex(of: text) == digest)
    }

    @Test func `hashes a thousand letters, and every length around a block`() {
        #expect(
            SHA256.hex(SHA256.digest(Array(repeating: UInt8(ascii: "a"), count: 1000)))
                == "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3")
        let digests = (50...130).map { SHA256.digest(Array(repeating: 7, count: $0)) }
        #expect(Set(digests).count == digests.count)
    }

    /// RFC 8439, 2.3.2: key 00 … 1f, nonce 00:00:00:09:00:00:00:4a:00:00:00:00, block 1.
    @Test func `rolls the dice of RFC 8439`() {
        var stream = ChaCha20(
            key: Array(0..<32), nonce: bytes("000000090000004a00000000"), block: 1)
        let words = (0..<16).map { _ in stream.word() }
        #expect(
            words == [
                0xe4e7_f110, 0x1559_3bd1, 0x1fdd_0f50, 0xc471_20a3, 0xc7f4_d1c7, 0x0368_c033,
                0x9aaa_2204, 0x4e6c_d4c3, 0x4664_82d2, 0x09aa_9f07, 0x05d7_c214, 0xa202_8bd9,
                0xd19c_12b5, 0xb94e_16de, 0xe883_d0cb, 0x4e3c_50a2,
            ])
    }

    /// RFC 8439, A.1, test vectors 1 and 2: the zero key, blocks 0 and 1.
    @Test func `goes on with the next block`() {
        var stream = ChaCha20(key: Array(repeating: 0, count: 32))
        let words = (0..<17).map { _ in stream.word() }
        #expect(words[0] == 0xade0_b876)
        #expect(words[15] == 0x8665_eeb2)
        #expect(words[16] == 0xbee7_079f)
    }

    @Test func `names every place and no other, about as often`() {
        var stream = ChaCha20(key: Array(repeating: 3, count: 32))
        var counts = [Int](repeating: 0, count: 7)
        for _ in 0..<7_000 { counts[Int(stream.number(below: 7))] += 1 }
        #expect(counts.allSatisfy { (850...1150).contains($0) }, "\(counts)")
        #expect((0..<50).allSatisfy { _ in stream.number(below: 1) == 0 })
    }

    @Test func `passes over the words that would make some numbers likelier`() {
        var stream = ChaCha20(key: Array(repeating: 5, count: 32))
        let numbers = (0..<3000).map { _ in stream.number(below: 3 << 30) }
        let low = numbers.count { $0 < 1 << 30 }
        #expect((850...1150).contains(low), "\(low) of 3,000 in the lowest third")
    }

    private func entries(_ names: String) -> [RosterEntry] {
        names.map { RosterEntry(PersonID(String($0)), ticket: "R***\($0)") }
    }

    /// Computed by another program from the words of docs/draw.md.
    @Test func `gives the order that anybody else computes`() {
        let roster = entries("子丑寅卯辰巳午未申酉戌亥")
        #expect(
            DrawSheet.hash(of: roster)
                == "6c46b62dc8b217852493c753c8ddd36466ed6da2041e919cfb6ba04362c8d3e5")
        let order = DrawSheet.order(of: roster, seed: "云栖", publicPart: "20250614")
        #expect(order.map(\.rawValue).joined() == "午戌辰寅巳申亥卯子酉丑未")
    }

    @Test func `holds everybody once, and hangs on both seeds and the roster`() {
        let roster = entries("子丑寅卯辰巳午未申酉戌亥")
        let order = DrawSheet.order(of: roster, seed: "a", publicPart: "b")
        #expect(order.sorted() == roster.map(\.person).sorted())
        #expect(order != DrawSheet.order(of: roster, seed: "a", publicPart: "c"))
        #expect(order != DrawSheet.order(of: roster, seed: "c", publicPart: "b"))
        #expect(order != DrawSheet.order(of: roster.reversed(), seed: "a", publicPart: "b"))
        #expect(DrawSheet.order(of: [], seed: "a", publicPart: "b").isEmpty)
        #expect(DrawSheet.order(of: entries("子"), seed: "a", publicPart: "b") == ["子"])
    }

    @Test func `of three comes out in each of the six orders about as often`() {
        var seen: [String: Int] = [:]
        for seed in 0..<3_000 {
            let order = DrawSheet.order(of: entries("甲乙丙"), seed: "\(seed)", publicPart: "p")
            seen[order.map(\.rawValue).joined(), default: 0] += 1
        }
        #expect(seen.count == 6 && seen.values.allSatisfy { (400...600).contains($0) }, "\(seen)")
    }

    private var sheet: DrawSheet {
        let roster = entries("甲乙丙丁")
        return DrawSheet(
            roster: roster, hash: DrawSheet.hash(of: roster), commitment: SHA256.hex(of: "晨"),
            committedAt: monday(8, 0), drawnAt: monday(9, 0), seed: "晨", publicPart: "618",
            order: DrawSheet.order(of: roster, seed: "晨", publicPart: "618"))
    }

    @Test func `is checked step by step`() {
        #expect(sheet.checks(leadMinutes: 60).map(\.step) == DrawStep.allCases)
        let holds = sheet.checks(leadMinutes: 60).map(\.holds)
        #expect(!holds.contains(false))
    }

    @Test func `that was tampered with fails at the step that shows it`() {
        func failed(_ change: (inout DrawSheet) -> Void) -> [DrawStep] {
            var sheet = sheet
            change(&sheet)
            return sheet.checks(leadMinutes: 60).filter { !$0.holds }.map(\.step)
        }
        #expect(failed { $0.order.swapAt(0, 1) } == [.order])
        #expect(failed { $0.roster[0].ticket = "R***x" } == [.roster, .order])
        #expect(failed { $0.seed = "夜深" } == [.commitment, .order])
        #expect(failed { $0.publicPart = "" } == [.publicPart, .order])
        #expect(failed { $0.committedAt = monday(8, 0, 1) } == [.lead])
        #expect(failed { $0.hash = "0" } == [.roster])
    }
}
