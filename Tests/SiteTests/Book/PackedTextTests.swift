import Testing

@testable import Site

@Suite struct `A packed text` {
    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 400_000])
    func `comes back as it was, however it was cut`(count: Int) {
        var numbers = SeededNumbers(seed: UInt64(count))
        let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: numbers.next() % 7) }
        for size in [1, 4096, max(1, count)] where count / size < 5000 {
            let packer = TextPacker()
            for start in stride(from: 0, to: count, by: size) {
                packer.add(Array(bytes[start..<min(start + size, count)]))
            }
            #expect(PackedText.unpacked(packer.finish()) == bytes)
        }
    }

    /// Whatever zlib cannot press grows over several windows.
    @Test func `comes back when it could not be made smaller`() {
        var numbers = SeededNumbers(seed: 5)
        let bytes = (0..<3_000_000).map { _ in UInt8(truncatingIfNeeded: numbers.next()) }
        let packer = TextPacker()
        packer.add(bytes)
        let parts = packer.finish()
        #expect(PackedText.unpacked(parts) == bytes)
        #expect(parts.count == 4)
        #expect(parts.allSatisfy { $0.utf8.count < 1_200_000 })
    }

    @Test func `whose parts are fewer, or in another order, is nothing`() {
        var numbers = SeededNumbers(seed: 6)
        let bytes = (0..<3_000_000).map { _ in UInt8(truncatingIfNeeded: numbers.next()) }
        let packer = TextPacker()
        packer.add(bytes)
        let parts = packer.finish()
        #expect(PackedText.unpacked(Array(parts.dropLast())) == nil)
        #expect(PackedText.unpacked(parts.reversed()) == nil)
        #expect(PackedText.unpacked(parts + ["AAAA"]) == nil)
    }

    @Test func `is the JSON of a value, and much shorter`() throws {
        let value = (0..<20_000).map { ["name": "客户\($0)", "staff": "c\($0 % 40)"] }
        let packed = try JournalEncoder.packed(value)
        let plain = try JournalEncoder.encode(value)
        #expect(PackedText.unpacked(packed) == plain)
        #expect(packed.joined().utf8.count * 3 < plain.count)
    }

    @Test(arguments: ["", "{}", "eJw=", "=", "eJwAAA=="])
    func `that is none is nothing`(text: String) {
        #expect(PackedText.unpacked([text]) == nil)
    }

    @Test func `that was cut short is nothing`() throws {
        let packed = try JournalEncoder.packed(Array(repeating: "x", count: 9000))
        #expect(PackedText.unpacked([String(packed.joined().dropLast(8))]) == nil)
    }
}
