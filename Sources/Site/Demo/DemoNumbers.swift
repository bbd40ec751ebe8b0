/// The invented world's own chance: the same seed gives the same month (splitmix64).
struct DemoNumbers: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A seed from a text, the same on every machine (FNV-1a).
    init(_ text: String) {
        state = text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func pick<Element>(_ choices: [Element]) -> Element? {
        choices.isEmpty ? nil : choices[below(choices.count)]
    }

    /// One of several by their weights.
    mutating func pick<Element>(weighted choices: [(Element, Int)]) -> Element {
        var place = below(choices.reduce(0) { $0 + $1.1 })
        for (element, weight) in choices {
            if place < weight { return element }
            place -= weight
        }
        return choices[choices.count - 1].0
    }
}
