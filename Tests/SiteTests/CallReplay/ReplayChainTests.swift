import HouseRules
import Testing

@testable import Site

@Suite struct ReplayChainTests {
    private func chain() throws -> ReplayChain {
        let chain = ReplayChain(key: HMACKey([1, 2, 3]))
        var policy = Policy()
        policy.calls.makeup = true
        _ = try CallReplay.run(ReplayCalls.byHand, under: policy, options: .init()) {
            try chain.add($0)
        } chainFault: {
            nil
        }
        return chain
    }

    @Test func `The chain over the decisions of a replay holds`() throws {
        let chain = try chain()
        #expect(chain.entries.count > 20)
        #expect(chain.firstFault() == nil)
        #expect(chain.entries.map(\.hash) == (try self.chain().entries.map(\.hash)))
    }

    @Test(
        arguments: [
            { $0[9].at += 1 }, { $0[9].command += "x" }, { $0[9].outcome = "x" },
            { $0[9].reasons = "" }, { $0[9].events = "" }, { $0[9].actor = "x" },
            { $0[9].id = "x" }, { $0[9].hash = $0[8].hash }, { $0.remove(at: 9) },
            { $0.swapAt(9, 10) },
        ] as [@Sendable (inout [StoredEntry]) -> Void])
    func `Any change of a decision shows at its place`(
        change: @Sendable (inout [StoredEntry]) -> Void
    ) throws {
        let chain = try chain()
        var entries = chain.entries
        change(&entries)
        #expect(chain.firstFault(of: entries) == 10)
    }
}
