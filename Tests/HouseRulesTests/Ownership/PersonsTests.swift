import Testing

@testable import HouseRules

private func visited(_ ties: [(PersonID, StaffID, Int)], policy: Policy = Policy()) -> House {
    var house = House(["A", "B", "C"], policy: policy)
    for (person, staff, days) in ties {
        house.now = House.monday.adding(days: days).at(TimeOfDay(10, 0))
        let fact = CustomerFact(person, staff, .visit, occurred: house.now)
        house.must(.claims(.note(fact)), as: .salesManager)
    }
    return house
}

extension House {
    fileprivate mutating func own(_ command: OwnershipCommand, as role: Role = .salesManager) {
        must(.ownership(command), as: role)
    }

    fileprivate mutating func refused(
        _ command: OwnershipCommand, as role: Role = .salesManager
    ) -> Refusal? {
        refusal(.ownership(command), as: role)
    }

    fileprivate func holder(_ person: PersonID) -> StaffID? {
        state.ownership.holder(of: person, on: now.day)
    }

    /// Whether a customer is the same and somebody's alike under each of their numbers.
    fileprivate func agrees(on person: PersonID) -> Bool {
        let all = state.ownership.everybody(person)
        let staff = holder(person)
        return all.contains(person)
            && all.allSatisfy {
                Set(state.ownership.everybody($0)) == Set(all) && holder($0) == staff
            }
    }
}

@Suite struct `Two persons who are one` {
    @Test func `are whoever's came first, under either name, until they are parted`() {
        var house = visited([("k1", "A", 0), ("k2", "B", 2)])
        house.own(.merge("k2", into: "k1", note: "n"), as: .clericalStaff)
        for person in ["k1", "k2"] as [PersonID] {
            #expect(house.holder(person) == "A")
            #expect(house.state.ownership.records(of: person).map(\.staff) == ["A", "B"])
        }
        house.own(.part("k2", note: "n"), as: .clericalStaff)
        #expect(house.holder("k1") == "A" && house.holder("k2") == "B")
    }

    @Test func `who came on one day are the one's under whom they are kept, whoever asks`() {
        for (person, root) in [("k1", "k2"), ("k2", "k1")] as [(PersonID, PersonID)] {
            var house = visited([("k1", "A", 0), ("k2", "B", 0)])
            house.own(.relate("k1", other: "x", .spouse, proven: true))
            house.own(.relate("k2", other: "x", .sibling, proven: true))
            let first = house.holder(root)
            let kin = house.state.ownership.kin(of: root)
            house.own(.merge(person, into: root, note: "n"))
            #expect(house.holder("k1") == first && house.holder("k2") == first)
            #expect(house.state.ownership.kin(of: "k1") == kin)
            #expect(house.state.ownership.kin(of: "k2") == kin)
        }
    }

    @Test func `share later visits and losses`() {
        var house = visited([("k1", "A", 0), ("k2", "B", 2)])
        house.own(.merge("k2", into: "k1", note: "n"))
        house.own(.reassign(Reassignment("k2", to: "C", .complaint)))
        #expect(house.holder("k1") == "C" && house.holder("k2") == "C")
        house.own(.findTampering("k1", "C", .phone), as: .dutyOfficer)
        #expect(house.holder("k1") == nil && house.holder("k2") == nil)
    }

    @Test func `are refused where nothing would change or nobody says why`() {
        var house = visited([("k1", "A", 0), ("k2", "B", 0)])
        #expect(house.refused(.merge("k1", into: "k1", note: "n")) == .ownership(.alreadyOne))
        #expect(house.refused(.merge("k2", into: "k1", note: "")) == .ownership(.noteMissing))
        #expect(house.refused(.part("k2", note: "n")) == .ownership(.notOne))
        for role in [Role.consultant, .frontDeskSecretary, .dutyOfficer] {
            let refusal = house.refused(.merge("k2", into: "k1", note: "n"), as: role)
            #expect(refusal == .notPermitted(role))
        }
        house.own(.merge("k2", into: "k1", note: "n"))
        #expect(house.refused(.merge("k2", into: "k1", note: "n")) == .ownership(.alreadyOne))
        #expect(house.refused(.merge("k1", into: "k2", note: "n")) == .ownership(.alreadyOne))
        #expect(house.refused(.part("k1", note: "n")) == .ownership(.notOne))
        #expect(house.refused(.part("k2", note: "")) == .ownership(.noteMissing))
    }

    @Test(arguments: seeds) func `leave nothing behind when all are parted again`(seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        let people = (0..<6).map { PersonID("k\($0)") }
        let staff: [StaffID] = ["A", "B", "C"]
        var house = visited(people.map { ($0, random.pick(staff), 0) })
        let before = house.state.ownership
        for _ in 0..<12 {
            let (one, other) = (random.pick(people), random.pick(people))
            house.ask(.ownership(.merge(one, into: other, note: "n")), as: .salesManager)
            #expect(people.allSatisfy { house.agrees(on: $0) }, "seed \(seed)")
        }
        #expect(house.state.ownership != before)
        for person in people.shuffled(using: &random) {
            house.ask(.ownership(.part(person, note: "n")), as: .salesManager)
        }
        #expect(house.state.ownership == before, "seed \(seed)")
    }
}

@Suite struct `A record that was changed` {
    private let change = RecordChange("k", by: "A", fields: [.phone], note: "n")

    @Test(arguments: RecordField.allCases) func `without a signature costs the customer`(
        field: RecordField
    ) {
        var house = visited([("k", "A", 0)])
        house.own(.findTampering("k", "A", field), as: .dutyOfficer)
        #expect(house.holder("k") == nil)
        #expect(house.state.ownership.pool["k"]?.why == .voidTampered)
        #expect(house.state.ownership.pool["k"]?.last == "A")
    }

    @Test func `with a signature stands once, for what was signed`() {
        var house = visited([("k", "A", 0)])
        house.own(.requestChange("s", change), as: .consultant)
        house.own(.signChange("s"), as: .salesSupervisor)
        house.own(.findTampering("k", "A", .phone), as: .dutyOfficer)
        #expect(house.holder("k") == "A")
        house.own(.findTampering("k", "A", .phone), as: .dutyOfficer)
        #expect(house.holder("k") == nil)
    }

    @Test func `with a signature for something else is lost`() {
        var house = visited([("k", "A", 0)])
        house.own(.requestChange("s", change), as: .consultant)
        house.own(.signChange("s"))
        house.own(.findTampering("k", "A", .name), as: .dutyOfficer)
        #expect(house.holder("k") == nil)
    }

    @Test func `that only waits for its signature is lost`() {
        var house = visited([("k", "A", 0)])
        house.own(.requestChange("s", change), as: .consultant)
        house.own(.findTampering("k", "A", .phone), as: .dutyOfficer)
        #expect(house.holder("k") == nil)
    }

    @Test func `in a field nobody watches stands`() {
        var policy = Policy()
        policy.ownership.tamperFields = [.phone]
        var house = visited([("k", "A", 0)], policy: policy)
        house.own(.findTampering("k", "A", .name), as: .dutyOfficer)
        #expect(house.holder("k") == "A")
    }

    @Test func `takes nothing from whoever else holds`() {
        var house = visited([("k", "A", 0), ("k", "B", 1)])
        house.own(.findTampering("k", "A", .phone), as: .dutyOfficer)
        #expect(house.holder("k") == "B" && house.state.ownership.pool.isEmpty)
    }

    @Test func `is signed only by those who may, once`() {
        var house = visited([("k", "A", 0)])
        house.own(.requestChange("s", change), as: .consultant)
        #expect(house.refused(.requestChange("s", change)) == .ownership(.slipExists("s")))
        let empty = RecordChange("k", by: "A", fields: [], note: "n")
        #expect(house.refused(.requestChange("t", empty)) == .ownership(.noteMissing))
        for role in [Role.consultant, .dutyOfficer, .clericalStaff] {
            #expect(house.refused(.signChange("s"), as: role) == .notPermitted(role))
        }
        house.own(.signChange("s"))
        #expect(house.refused(.signChange("s")) == .ownership(.noSuchSlip("s")))
    }
}

@Suite struct `A customer who sends another` {
    private func sends(_ house: House, by introducer: PersonID = "k0") -> OwnershipCommand {
        .introduceAhead("new", by: introducer, occurred: house.now)
    }

    @Test(arguments: [(9, true), (10, false)])
    func `does so while they are somebody's`(row: (Int, Bool)) {
        var house = visited([("k0", "B", 0)])
        house.now = House.monday.adding(days: row.0).at(TimeOfDay(10, 0))
        let refusal = house.refused(sends(house))
        #expect((refusal == nil) == row.1)
        #expect((house.state.ownership.introduction(of: "new")?.staff == "B") == row.1)
        if !row.1 { #expect(refusal == .claims(.introducerNotValid)) }
    }

    @Test func `may have lapsed where the handbook does not mind`() {
        var policy = Policy()
        policy.ownership.introducerMustBeValid = false
        var house = visited([("k0", "B", 0)], policy: policy)
        house.now = House.monday.adding(days: 40).at(TimeOfDay(10, 0))
        house.own(sends(house))
        #expect(house.state.ownership.introduction(of: "new")?.staff == "B")
    }

    @Test func `does not take somebody's customer`() {
        var house = visited([("k0", "B", 0), ("new", "C", 1)])
        #expect(house.refused(sends(house)) == .claims(.firstVisitStands("C")))
    }

    @Test func `does so today and before now`() {
        var house = visited([("k0", "B", 0)])
        let later = house.now.adding(seconds: 1)
        #expect(
            house.refused(.introduceAhead("new", by: "k0", occurred: later))
                == .inTheFuture(later))
        let before = house.now
        house.now = House.monday.adding(days: 1).at(TimeOfDay(9, 0))
        let told = OwnershipCommand.introduceAhead("new", by: "k0", occurred: before)
        #expect(house.refused(told, as: .consultant) == .tooOld(before))
        house.own(told)
    }

    @Test func `does not count where calls ahead do not`() {
        var policy = Policy()
        policy.ownership.referralCriteria = [.oldBrings, .ownerBrings]
        var house = visited([("k0", "B", 0)], policy: policy)
        #expect(house.refused(sends(house)) == .claims(.introducerNotValid))
    }

    @Test(arguments: [nil, 1, 2] as [Int?]) func `goes on in a chain as long as allowed`(
        limit: Int?
    ) {
        var policy = Policy()
        policy.ownership.chainDepth = limit
        var house = visited([("k0", "A", 0)], policy: policy)
        for link in 1...3 {
            let (old, new) = (PersonID("k\(link - 1)"), PersonID("k\(link)"))
            let command = OwnershipCommand.introduceAhead(new, by: old, occurred: house.now)
            let stands = limit.map { link <= $0 } ?? true
            #expect((house.refused(command) == nil) == stands, "link \(link)")
            house.state.ownership.dossiers[new, default: Dossier()].stretch(
                StretchFact(
                    person: new, staff: "A", basis: .referral, owns: true,
                    clock: TieClock(since: house.now.day), cause: .visit, day: house.now.day,
                    introducer: old), [])
        }
    }
}

@Suite struct `A term` {
    private func house(_ change: (inout OwnershipPolicy) -> Void = { _ in }) -> House {
        var policy = Policy()
        policy.ownership.termMonths = 3
        change(&policy.ownership)
        return visited([("k", "A", 0)], policy: policy)
    }

    private func until(_ house: House) -> BusinessDay? {
        house.state.ownership.records(of: "k").last?.until
    }

    private let end = BusinessDay(year: 2025, month: 9, day: 2)!

    @Test func `is renewed from the day of the signature, not before`() {
        var house = house()
        house.now = BusinessDay(year: 2025, month: 8, day: 31)!.at(TimeOfDay(10, 0))
        house.own(.renew("k", "A"))
        #expect(until(house) == end)
        #expect(
            house.refused(.signRenewal("k", "A"), as: .clericalStaff)
                == .notPermitted(.clericalStaff))
        house.own(.signRenewal("k", "A"))
        #expect(until(house) == BusinessDay(year: 2025, month: 12, day: 1))
        #expect(house.state.ownership.records(of: "k").count == 1)
        #expect(house.refused(.signRenewal("k", "A")) == .ownership(.nothingToSign))
    }

    @Test func `is renewed at once where nobody signs`() {
        var house = house { $0.renewalNeedsSignature = false }
        house.now = end.adding(days: -1).at(TimeOfDay(23, 59, 59))
        house.own(.renew("k", "A"))
        #expect(until(house) == BusinessDay(year: 2025, month: 12, day: 1))
    }

    @Test(arguments: [(-1, false), (0, true)])
    func `is renewed only after its end where the handbook says so`(row: (Int, Bool)) {
        var house = house { $0.renewalBeforeExpiry = false }
        house.now = end.start.adding(seconds: row.0)
        let refusal = house.refused(.renew("k", "A"))
        #expect(refusal == (row.1 ? nil : .ownership(.renewalTooEarly)))
    }

    @Test func `is nothing to renew without one, for strangers, or for another's customer`() {
        var plain = visited([("k", "A", 0)])
        #expect(plain.refused(.renew("k", "A")) == .ownership(.noTerm))
        var house = house()
        #expect(house.refused(.renew("k", "B")) == .ownership(.heldByAnother("A")))
        #expect(house.refused(.renew("x", "B")) == .ownership(.nothingToSign))
        #expect(house.refused(.signRenewal("k", "A")) == .ownership(.nothingToSign))
    }

    @Test func `does not begin anew with another visit or a follow-up`() {
        var house = house()
        house.now = BusinessDay(year: 2025, month: 7, day: 20)!.at(TimeOfDay(10, 0))
        for kind in [CustomerFact.Kind.visit, .touch] {
            let fact = CustomerFact("k", "A", kind, occurred: house.now)
            house.must(.claims(.note(fact)), as: .salesManager)
        }
        #expect(until(house) == end)
    }
}
