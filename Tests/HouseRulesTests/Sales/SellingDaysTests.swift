import Testing

@testable import HouseRules

@Suite struct `Days of an activity and the office at once` {
    @Test(arguments: seeds)
    func `lose no money, no order and no unit, and replay to the same`(seed: UInt64) {
        for part in 0..<6 {
            var days = SellingDays(seed: seed * 100 + UInt64(part))
            for step in 0..<150 {
                days.step()
                #expect(days.faults.isEmpty, "seed \(seed), part \(part), step \(step)")
                guard days.faults.isEmpty else { return }
            }
            var replayed = SiteState()
            for event in days.world.house.history { replayed.apply(event) }
            #expect(replayed.sales == days.sales, "seed \(seed), part \(part)")
            #expect(
                replayed.selection == days.world.house.state.selection,
                "seed \(seed), part \(part)")
        }
    }

    @Test func `see orders stand, end void and be done, refunds and earnest money`() {
        var (standing, voided, archived) = (0, 0, 0)
        var told: Set<String> = []
        for seed in UInt64(1)...40 {
            var days = SellingDays(seed: seed)
            for _ in 0..<150 { days.step() }
            standing += days.sales.orders.count
            voided += days.voided.count
            archived += days.archived.count
            for case .sales(let event) in days.world.house.history {
                switch event {
                case .refundOwed(let slip): told.insert("owed for \(slip.cause)")
                case .moneyTaken(let slip) where slip.earnest != nil: told.insert("earnest")
                case .changeApproved(let change, _, _, _):
                    switch change.kind {
                    case .rename: told.insert("rename")
                    case .swap: told.insert("swap")
                    case .handOn: told.insert("hand on")
                    }
                default: break
                }
            }
        }
        #expect(standing > 20 && voided > 20 && archived > 5, "\(standing) \(voided) \(archived)")
        let wanted: Set = ["earnest", "rename", "swap", "hand on", "owed for late"]
        #expect(wanted.subtracting(told) == [], "\(told.sorted())")
    }

    @Test func `settle what is due once, and leave nothing due`() {
        for seed in seeds {
            var days = SellingDays(seed: seed + 1000)
            for _ in 0..<120 {
                days.step()
                let (state, policy) = (days.world.house.state, days.world.house.policy)
                let wasDue = isDue(state, under: policy, at: days.world.house.now)
                let ruling = days.world.house.ask(.settleDue, as: .clock)
                let isLeft = isDue(
                    days.world.house.state, under: policy, at: days.world.house.now)
                #expect(wasDue != ruling.events.isEmpty && !isLeft, "seed \(seed)")
                guard wasDue != ruling.events.isEmpty, !isLeft else { return }
            }
        }
    }
}
