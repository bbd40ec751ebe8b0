@testable import HouseRules

private let sellers = management.union([.consultant, .clericalStaff])
private let clerks = management.union([.clericalStaff])
private let anyone: Set<Role> = movers.union([.consultant, .clericalStaff])

let adjudicationPermits: [Permitted] = [
    Permitted("enter a deal", .adjudication(.order(DealOrder("d", of: "王", by: "A"))), sellers),
    Permitted(
        "claim on the same day", .adjudication(.claimSameDay("s", "王", "B", note: "n")), movers
    ) {
        visited("王", by: "B", &$0)
        $0.must(.visits(.register(Arrival("甲", .forgotConsultant, person: "王"))))
    },
    Permitted(
        "show an older record",
        .adjudication(.verify("s", "d", "B", designated: nil, note: "n")),
        management.union([.clericalStaff, .dutyOfficer])
    ) {
        visited("王", by: "B", &$0)
        sold("d", to: "王", by: "A", &$0)
    },
    Permitted(
        "settle a cross reception",
        .adjudication(.settleCross("s", "王", designated: nil, note: "n")), anyone
    ) {
        visited("王", by: "B", &$0)
        visited("王", by: "C", on: 1, &$0)
    },
    Permitted(
        "establish poaching",
        .adjudication(.poach(PoachSlip("s", by: "A", from: "B", "王", [.intruded], note: "n"))),
        management),
    Permitted(
        "approach a customer", .adjudication(.approach("A", "王", .call, invited: true)), movers),
    Permitted("object", .adjudication(.object("s", "d", "A", note: "n")), movers) {
        $0.policy.adjudication.deal.changeSplit = 5000
        $0.must(.visits(.register(Arrival("甲", .ownedReturning, named: "A", person: "王"))))
        $0.must(.claims(.change(ChangeSlip("甲", to: "B", .wish))), as: .salesManager)
        sold("d", to: "王", by: "B", &$0)
    },
    Permitted(
        "take sick leave",
        .adjudication(.takeSickLeave(SickLeave("A", from: House.monday, to: House.monday))),
        clerks),
    Permitted("pay out", .adjudication(.payOut("d")), clerks) { sold("d", to: "王", by: "A", &$0) },
    Permitted("note a quarrel", .adjudication(.quarrel("s", ["A", "B"], note: "n")), management),
    Permitted(
        "contest", .adjudication(.contest("s", .customer("王"), "A", against: [], note: "n")),
        movers),
    Permitted("talk it over", .adjudication(.negotiate("s", note: "n")), management) {
        contest(&$0)
    },
    Permitted("agree", .adjudication(.agree("s", Shares(all: "A"), note: "n")), management) {
        contest(&$0)
    },
    Permitted("hand it up", .adjudication(.escalate("s", note: "n")), management) { contest(&$0) },
    Permitted(
        "rule", .adjudication(.award("s", Shares(all: "A"), inapplicable: "i", why: "w")),
        [.salesManager]
    ) {
        contest(&$0)
        $0.must(.adjudication(.escalate("s", note: "n")), as: .salesManager)
    },
    Permitted("appeal", .adjudication(.appeal("s", "A", note: "n")), movers) {
        contest(&$0)
        $0.must(.adjudication(.escalate("s", note: "n")), as: .salesManager)
        $0.must(
            .adjudication(.award("s", Shares(all: "B"), inapplicable: "i", why: "w")),
            as: .salesManager)
    },
]

private func visited(
    _ person: PersonID, by staff: StaffID, on day: Int = 0, _ house: inout House
) {
    let moment = House.monday.adding(days: day - 3).at(TimeOfDay(9, 0))
    house.must(
        .claims(.note(CustomerFact(person, staff, .visit, occurred: moment, entered: moment))),
        as: .salesManager)
}

private func sold(_ deal: DealID, to person: PersonID, by staff: StaffID, _ house: inout House) {
    house.must(.adjudication(.order(DealOrder(deal, of: person, by: staff))), as: .salesManager)
}

private func contest(_ house: inout House) {
    house.must(
        .adjudication(.contest("s", .customer("王"), "A", against: ["B"], note: "n")),
        as: .salesManager)
}
