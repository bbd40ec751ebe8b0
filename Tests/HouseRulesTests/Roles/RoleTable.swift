import Testing

@testable import HouseRules

/// One command on a site where it would stand, and who may ask for it.
struct Permitted: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var command: Command
    var roles: Set<Role>
    var prepare: @Sendable (inout House) -> Void

    init(
        _ name: String, _ command: Command, _ roles: Set<Role>,
        prepare: @escaping @Sendable (inout House) -> Void = { _ in }
    ) {
        testDescription = name
        self.command = command
        self.roles = roles
        self.prepare = prepare
    }

    /// A site of four with a tour group's row and a morning in which the command makes sense.
    func house() -> House {
        var policy = Policy()
        policy.rotation.turnTable[.staffReferral] = TurnRow(.named, .notCounted)
        policy.calls.issue = .afterMeeting
        var house = House(["A", "B", "C", "D"], policy: policy)
        house.wait(until: 10, 0)
        prepare(&house)
        return house
    }
}

/// Those who may act for others on the floor.
let movers: Set<Role> = [.salesManager, .salesSupervisor, .frontDeskSecretary, .dutyOfficer]
/// Manager and supervisor.
let management: Set<Role> = [.salesManager, .salesSupervisor]
/// Everybody who works in the sales office.
let floor: Set<Role> = movers.union([.consultant, .clericalStaff])

private let allPermits =
    dutyPermits + claimPermits + registerPermits + callPermits + ownershipPermits
    + adjudicationPermits

@Suite struct `Whoever may not ask` {
    @Test(arguments: allPermits, Role.allCases)
    func `is refused and leaves no trace, and whoever may gets an answer`(
        permitted: Permitted, role: Role
    ) {
        var house = permitted.house()
        let before = house.state
        let ruling = house.ask(permitted.command, as: role)
        guard permitted.roles.contains(role) else {
            #expect([.notPermitted(role), .consultantsOnly].contains(ruling.refusal))
            #expect(ruling.events.isEmpty)
            #expect(house.state == before)
            return
        }
        #expect(ruling.answer != nil, "\(ruling.reasons)")
    }

    @Test(arguments: allPermits)
    func `does not change what the same question comes to`(permitted: Permitted) {
        var house = permitted.house()
        let role = permitted.roles.sorted { $0.rawValue < $1.rawValue }[0]
        let actor = Actor("desk", role)
        let first = decide(
            permitted.command, by: actor, in: house.state, under: house.policy, at: house.now)
        var kept = house.state
        let second = kept.rule(
            on: permitted.command, by: actor, under: house.policy, at: house.now)
        #expect(first.events == second.events)
        #expect(first.reasons == second.reasons)
        for event in first.events { house.state.apply(event) }
        #expect(house.state == kept)
    }
}
