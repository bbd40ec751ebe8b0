import Foundation
import HouseRules

/// Runs calls of the past through the site's call turns (REC-54): who would have answered what.
///
/// The consultants are on the ring in the order of their first service, on duty each day from their
/// first real service to the end of their last, and on the line for as long as the call really
/// took.
/// Within one second calls end first, then people leave, clock in, the order of the day is
/// published, and calls come in as in the file. A call-back slip is never answered later. A call
/// that was hung up takes no time; a phantom is ignored.
public enum CallReplay {
    /// Which days, and with which key to chain.
    public struct Options: Sendable {
        /// The first day; nil: from the beginning.
        public var from: BusinessDay?
        /// The last day; nil: to the end.
        public var to: BusinessDay?
        /// The key of the chain in memory; nil: a fresh one.
        public var key: HMACKey?

        /// All days, a fresh key.
        public init(from: BusinessDay? = nil, to: BusinessDay? = nil, key: HMACKey? = nil) {
            self.from = from
            self.to = to
            self.key = key
        }
    }

    /// A replay of a file: what was read and what came of it.
    public struct Answer: Sendable {
        /// What was read, accepted and refused.
        public let read: ImportReport
        /// What came of the accepted calls.
        public let replay: CallReplayReport
    }

    /// Replays a file; throws ``ImportFault`` when it cannot be read as a whole.
    public static func run(
        file: URL, mappings: [String] = [], under policy: Policy, options: Options = Options()
    ) throws -> Answer {
        var reading = ImportCalls.Options()
        reading.mappings = mappings
        let calls = try ImportCalls.run(file: file, options: reading)
        return Answer(
            read: calls.report,
            replay: try run(calls.records, under: policy, options: options))
    }

    /// Replays calls; the decisions are chained in memory and the chain is verified.
    public static func run(
        _ records: [CallRecord], under policy: Policy, options: Options = Options()
    ) throws -> CallReplayReport {
        let chain = ReplayChain(key: options.key ?? HMACKey(randomBytes(32)))
        return try run(records, under: policy, options: options) { decision in
            try chain.add(decision)
        } chainFault: {
            chain.firstFault()
        }
    }

    /// Replays calls, hands out every decision, and asks at the end whether their chain holds.
    static func run(
        _ records: [CallRecord], under policy: Policy, options: Options,
        noting: @escaping (ReplayedDecision) throws -> Void, chainFault: () throws -> Int?
    ) throws -> CallReplayReport {
        let first = options.from ?? BusinessDay(number: -1_000_000)
        let days = first...max(first, options.to ?? BusinessDay(number: 4_000_000))
        let plan = ReplayPlan(records, days: days, under: policy)
        var run = ReplayRun(records, under: policy, noted: noting)
        try run.go(plan)
        let phantoms = records.reduce(0) {
            $0 + ($1.outcome == .phantom && days.contains($1.enteredAt.day) ? 1 : 0)
        }
        return CallReplayReport(
            run, roster: plan.roster, real: RealCalls(records, days: days), phantoms: phantoms,
            chainFault: try chainFault())
    }
}
