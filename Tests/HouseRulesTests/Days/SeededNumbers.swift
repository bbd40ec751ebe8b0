import Foundation
import HouseRules

/// A small generator with a seed, so that a failure can be repeated (splitmix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }
}

/// The seeds a property runs: ANCHANG_SEEDS of them, or as many as fit into an everyday test run,
/// from ANCHANG_SEED_FROM on.
let seeds: [UInt64] = {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["ANCHANG_SEEDS"].flatMap(UInt64.init) ?? 16
    let first = environment["ANCHANG_SEED_FROM"].flatMap(UInt64.init) ?? 1
    return Array(first..<first + max(1, count))
}()
