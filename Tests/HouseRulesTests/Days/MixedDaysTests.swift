import HouseRules
import Testing

@Suite struct `Days on which everything comes up` {
    @Test(arguments: Mechanism.allCases, seeds)
    func `keep the turns, the desks and the deadlines in order`(
        mechanism: Mechanism, seed: UInt64
    ) {
        var days = MixedDays(seed: seed, mechanism: mechanism, people: 1 + Int(seed % 6))
        days.run(decisions: 250)
        #expect(days.faults.isEmpty, "seed \(seed), \(mechanism): \(days.faults)")
    }

    @Test func `reach what each topic can come to`() {
        var reached: Set<String> = []
        let wanted: Set<String> = [
            "duty.suspended", "duty.takenBack", "duty.receptionLeft", "duty.disputeRuled",
            "claims.offsite", "claims.slipWritten", "claims.changeAsked", "claims.changeRuled",
            "registers.visitEntryLapsed", "registers.textDue", "registers.promiseOverdue",
            "registers.tableLeft", "registers.penaltyDrafted",
        ]
        for seed in UInt64(1)...120 where !wanted.isSubset(of: reached) {
            var days = MixedDays(seed: seed, mechanism: .ring, people: 4)
            days.reached = []
            days.run(decisions: 250)
            reached.formUnion(days.reached ?? [])
        }
        #expect(wanted.subtracting(reached).sorted() == [], "\(reached.sorted())")
    }
}
