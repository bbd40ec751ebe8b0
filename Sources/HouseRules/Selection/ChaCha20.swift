/// The key stream of ChaCha20 (RFC 8439) as little-endian words: the dice of a draw (SEL-02).
public struct ChaCha20: Sendable {
    private var input: [UInt32]
    private var block: [UInt32] = []
    private var next = 16

    /// A stream of a key of 32 bytes and a nonce of 12, from a block on.
    public init(key: [UInt8], nonce: [UInt8] = Array(repeating: 0, count: 12), block: UInt32 = 0) {
        precondition(key.count == 32 && nonce.count == 12)
        input = [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574]
        input += Self.words(key) + [block] + Self.words(nonce)
    }

    /// The next word of the stream.
    public mutating func word() -> UInt32 {
        if next == 16 { refill() }
        defer { next += 1 }
        return block[next]
    }

    /// A number from 0 up to, not including, `bound`, each as likely as any other: words in the
    /// incomplete last turn of the range are passed over.
    public mutating func number(below bound: UInt32) -> UInt32 {
        let rest = UInt32((UInt64(1) << 32) % UInt64(bound))
        while true {
            let word = word()
            if rest == 0 || word <= UInt32.max - rest { return word % bound }
        }
    }

    private mutating func refill() {
        var state = input
        for _ in 0..<10 {
            for turn in Self.turns { Self.quarter(&state, turn) }
        }
        block = zip(state, input).map { $0 &+ $1 }
        input[12] &+= 1
        next = 0
    }

    private static let turns = [
        [0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15],
        [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14],
    ]

    private static func quarter(_ state: inout [UInt32], _ at: [Int]) {
        let (a, b, c, d) = (at[0], at[1], at[2], at[3])
        for (first, second) in [(UInt32(16), UInt32(12)), (8, 7)] {
            state[a] &+= state[b]
            state[d] = turned(state[d] ^ state[a], first)
            state[c] &+= state[d]
            state[b] = turned(state[b] ^ state[c], second)
        }
    }

    private static func turned(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word << count | word >> (32 - count)
    }

    private static func words(_ bytes: [UInt8]) -> [UInt32] {
        stride(from: 0, to: bytes.count, by: 4).map { start in
            (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
        }
    }
}
