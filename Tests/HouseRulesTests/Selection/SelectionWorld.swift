@testable import HouseRules

/// A site with an activity that is open and ready.
struct SelectionWorld {
    var house: House
    let kind: ActivityKind
    let buyers: [PersonID]
    let units: [UnitID]

    /// Buyers `p0 …` and units on floors of three buildings; drawn and approved at 09:00.
    init(
        _ kind: ActivityKind = .onlineOpening, buyers: Int, units: Int, policy: Policy = Policy()
    ) {
        self.kind = kind
        self.buyers = (0..<buyers).map { PersonID("p\($0)") }
        let listed = (0..<units).map { index in
            ListedUnit(
                UnitID("\(index % 3 + 1)-\(index / 3)"),
                layout: index.isMultiple(of: 2) ? "a" : "b", building: index % 3 + 1,
                floor: index / 6)
        }
        self.units = listed.map(\.unit)
        house = House(["A", "B"], policy: policy, sheet: false)
        house.now = House.monday.at(TimeOfDay(7, 0))
        must(
            .plan(
                ActivityPlan(
                    "e", title: "e", kind: kind, units: listed,
                    opensAt: House.monday.at(TimeOfDay(9, 0)))))
        must(
            .enter(
                "e", self.buyers.map { RosterRow(RosterEntry($0, ticket: "t")) }, isTrial: false))
        must(.lock("e"))
        must(.commit("e", SHA256.hex(of: "seed")))
        house.now = House.monday.at(TimeOfDay(9, 0))
        if kind != .onlineOpening { must(.draw("e", seed: "seed", publicPart: "public")) }
        must(.prepare("e", .role(.review, "A")))
        must(.approve("e", note: "test"))
    }

    mutating func must(_ command: SelectionCommand) {
        house.must(.selection(command), as: .salesManager)
    }

    @discardableResult
    mutating func ask(_ command: SelectionCommand, as role: Role = .salesManager) -> Ruling {
        house.ask(.selection(command), as: role)
    }

    var activity: Activity? { house.state.selection.activities["e"] }

    /// What must hold at any moment.
    func faults() -> [String] {
        guard let activity else { return [] }
        let holds = house.state.sales.units.compactMapValues(\.holding)
        var faults: [String] = []
        var held: [UnitID: PersonID] = [:]
        for (person, buyer) in activity.buyers {
            for unit in buyer.units {
                if let other = held.updateValue(person, forKey: unit) {
                    faults.append("\(unit) is \(person)'s and \(other)'s")
                }
                if holds[unit]?.person != person { faults.append("\(unit) is held by another") }
            }
            if buyer.units.count > 1 { faults.append("\(person) has two units") }
        }
        if Set(holds.keys) != Set(held.keys) { faults.append("a unit is held by nobody") }
        let free = Set(activity.free.values.flatMap(\.values).flatMap { $0 })
        if free != Set(activity.units.keys).subtracting(holds.keys) {
            faults.append("the free units are not those that nobody has")
        }
        for unit in activity.payments.keys where holds[unit] == nil {
            faults.append("\(unit) is free and a payment is awaited")
        }
        return faults + clockFaults(activity)
    }

    private func clockFaults(_ activity: Activity) -> [String] {
        let owned = activity.buyers.values.compactMap(\.clock) + activity.payments.values
        return Set(owned) == Set(activity.clocks.running.keys) && Set(owned).count == owned.count
            ? [] : ["a clock runs against nobody, or somebody waits for one that does not run"]
    }
}
