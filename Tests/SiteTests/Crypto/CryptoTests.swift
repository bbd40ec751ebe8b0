import Testing

@testable import Site

@Suite struct `Digests and signatures` {
    @Test func `SHA-256 gives the published values`() {
        #expect(
            hex(sha256("abc"))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            hex(sha256(""))
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    /// Test cases 1, 2 and 6 of RFC 4231.
    @Test(arguments: [
        (
            Array(repeating: UInt8(0x0b), count: 20), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            Array(repeating: UInt8(0xaa), count: 131),
            "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ])
    func `HMAC-SHA-256 gives the published values`(key: [UInt8], text: String, expected: String) {
        #expect(hex(HMACKey(key).sign(Array(text.utf8))) == expected)
    }

    @Test func `one key signs many times and in parts`() {
        let key = HMACKey(Array("k".utf8))
        let whole = key.sign(Array("abcdef".utf8))
        #expect(key.sign(Array("abc".utf8), [], Array("def".utf8)) == whole)
        #expect(key.sign(Array("abcdef".utf8)) == whole)
        #expect(HMACKey([]).sign([1]) == HMACKey([]).sign([1]))
        #expect(key.sign([]) != whole)
    }

    @Test func `signing from many threads gives the same`() async {
        let key = HMACKey(randomBytes(32))
        let expected = key.sign([1, 2, 3])
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<2000).allSatisfy { _ in key.sign([1, 2, 3]) == expected } }
            }
            for await same in group { #expect(same) }
        }
    }

    @Test func `comparison looks at length and content`() {
        #expect(equalInConstantTime([1, 2], [1, 2]))
        #expect(!equalInConstantTime([1, 2], [1, 3]))
        #expect(!equalInConstantTime([1, 2], [1]))
        #expect(equalInConstantTime([], []))
    }

    @Test func `random bytes differ`() {
        #expect(randomBytes(32).count == 32)
        #expect(randomBytes(32) != randomBytes(32))
        #expect(randomBytes(0).isEmpty)
    }
}

@Suite struct `Text codes` {
    @Test func `hexadecimal there and back`() throws {
        #expect(hex([0, 15, 255]) == "000fff")
        #expect(try bytes(hex: "000FfF") == [0, 15, 255])
        #expect(throws: CryptoFailure.malformedText) { try bytes(hex: "0") }
        #expect(throws: CryptoFailure.malformedText) { try bytes(hex: "0g") }
    }

    @Test func `base64url there and back for every length`() throws {
        var random = SeededNumbers(seed: 3)
        for length in 0..<70 {
            let original = (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            let text = base64url(original)
            #expect(!text.contains { "+/=".contains($0) })
            #expect(try bytes(base64url: text) == original)
        }
        #expect(base64url([0xFB, 0xFF]) == "-_8")
    }

    @Test(arguments: ["A", "AB=", "A+", "AB", "张三"])
    func `what is not base64url is refused`(text: String) {
        #expect(throws: CryptoFailure.malformedText) { try bytes(base64url: text) }
    }
}

@Suite struct `Sealing` {
    private let key = Array(UInt8(0)..<32)

    @Test func `what was sealed opens again`() throws {
        let sealing = try SealingKey(key)
        for text in ["", "张三 138", String(repeating: "x", count: 10_000)] {
            let sealed = sealing.seal(Array(text.utf8), context: [1])
            #expect(try sealing.open(sealed, context: [1]) == Array(text.utf8))
        }
    }

    @Test func `a published vector opens`() throws {
        // AES-256-GCM with an all-zero key, nonce and one block of zeros.
        let sealed = try bytes(
            hex: "000000000000000000000000cea7403d4d606b6e074ec5d3baf39d18"
                + "d0d1c8a799996bf0265b98b5d48ab919")
        let zero = [UInt8](repeating: 0, count: 16)
        #expect(try SealingKey([UInt8](repeating: 0, count: 32)).open(sealed) == zero)
    }

    @Test func `any changed byte, another context or another key is refused`() throws {
        let sealing = try SealingKey(key)
        let sealed = sealing.seal([1, 2, 3], context: [9])
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(throws: CryptoFailure.cannotOpen) {
                try sealing.open(changed, context: [9])
            }
        }
        #expect(throws: CryptoFailure.cannotOpen) { try sealing.open(sealed, context: [8]) }
        #expect(throws: CryptoFailure.cannotOpen) { try sealing.open([1], context: [9]) }
        let other = try SealingKey(key.reversed())
        #expect(throws: CryptoFailure.cannotOpen) { try other.open(sealed, context: [9]) }
        #expect(throws: CryptoFailure.wrongLength) { try SealingKey([1, 2, 3]) }
    }

    @Test func `the same text is sealed differently each time`() throws {
        let sealing = try SealingKey(key)
        #expect(sealing.seal([1, 2, 3]) != sealing.seal([1, 2, 3]))
    }
}

@Suite struct `Passwords` {
    @Test func `the right one matches and a wrong one does not`() async throws {
        let made = await PasswordHash.make(of: "案场 p$ss", cost: .cheap)
        let read = try PasswordHash(text: made.text)
        #expect(read == made)
        #expect(await read.matches("案场 p$ss"))
        #expect(await !read.matches("案场 p$s"))
        #expect(await !read.matches(""))
    }

    @Test func `the same password is hashed differently each time`() async {
        let first = await PasswordHash.make(of: "x", cost: .cheap)
        let second = await PasswordHash.make(of: "x", cost: .cheap)
        #expect(first.text != second.text)
    }

    /// The third example of RFC 7914, the first 32 bytes of its 64.
    @Test func `a published hash matches its password`() async throws {
        let published = try bytes(
            hex: "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2")
        let text = "scrypt$16384$8$1$\(base64url("SodiumChloride".utf8))$\(base64url(published))"
        let hash = try PasswordHash(text: text)
        #expect(await hash.matches("pleaseletmein"))
        #expect(await !hash.matches("pleaseletmeout"))
    }

    @Test(arguments: [
        "", "scrypt", "bcrypt$16$1$1$AAAAAAAAAAAAAAAA$x", "scrypt$15$8$1$AAAAAAAAAAAAAAAA$x",
        "scrypt$1099511627776$8$1$AAAAAAAAAAAAAAAA$"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "scrypt$16$1$1$AAAAAAAAAAAAAAAA$AAAA", "scrypt$16$1$99$AAAAAAAAAAAAAAAA$AAAA",
    ])
    func `what is not a hash of ours is refused`(text: String) {
        #expect(throws: CryptoFailure.malformedPasswordHash) { try PasswordHash(text: text) }
    }

    @Test func `the standard cost takes real time`() async throws {
        let clock = ContinuousClock()
        let time = await clock.measure { _ = await PasswordHash.make(of: "x") }
        #expect(time > .milliseconds(20))
    }
}
