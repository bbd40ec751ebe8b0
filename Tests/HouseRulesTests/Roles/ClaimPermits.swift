@testable import HouseRules

private let askers = movers.union([.consultant])

let claimPermits: [Permitted] = [
    Permitted(
        "note a line of the register",
        .claims(.note(CustomerFact("王", "A", .call, occurred: House.monday.at(TimeOfDay(9, 0))))),
        askers.union([.clock])),
    Permitted("link a call", .claims(.linkCall("一", "王")), askers) {
        $0.must(.calls(.arrive("一", wanted: nil)))
    },
    Permitted("identify a visitor", .claims(.identify("甲", "王")), askers) { $0.arrival("甲") },
    Permitted("claim", .claims(.claim(Claim("甲", by: "B", person: "王"))), movers) {
        own("王", by: "B", &$0)
        $0.arrival("甲")
    },
    Permitted("say a name late", .claims(.name("甲", "B")), askers) {
        own("王", by: "B", &$0)
        $0.must(.visits(.register(Arrival("甲", .forgotConsultant, person: "王"))))
    },
    Permitted(
        "introduce",
        .claims(
            .introduce(Introduction("甲", by: "王", arrivedAt: House.monday.at(TimeOfDay(10, 0))))),
        movers
    ) {
        own("王", by: "B", &$0)
        $0.arrival("甲")
    },
    Permitted("reclassify", .claims(.reclassify("甲", .peer, named: nil)), askers) {
        $0.arrival("甲")
    },
    Permitted("prove", .claims(.prove("甲")), management.union([.dutyOfficer])) {
        recognised("甲", &$0)
    },
    Permitted("merge", .claims(.merge("甲", "乙")), management) {
        $0.arrival("甲")
        $0.arrival("乙")
    },
    Permitted("split", .claims(.split("甲", Arrival("乙", .newFirst))), management) {
        $0.arrival("甲")
    },
    Permitted("change", .claims(.change(ChangeSlip("甲", to: "B", .wish))), management) {
        $0.arrival("甲")
    },
    Permitted(
        "ask for another consultant",
        .claims(.askChange(ChangeWish("s", of: "王", wants: "C", .wish, note: "n"))),
        askers.union([.clericalStaff])
    ) {
        own("王", by: "B", &$0)
    },
    Permitted(
        "rule on another consultant",
        .claims(.ruleChange("s", .granted(to: "C"), note: "n")), management
    ) {
        own("王", by: "B", &$0)
        $0.must(.claims(.askChange(ChangeWish("s", of: "王", .wish, note: "n"))))
    },
    Permitted(
        "appoint",
        .claims(.appoint(Appointment("王", with: "A", at: House.monday.at(TimeOfDay(15, 0))))),
        movers),
    Permitted("note a hand-over", .claims(.noteHandover("甲", note: "n")), movers) {
        standIn("甲", &$0)
    },
    Permitted("read a hand-over", .claims(.readHandover("甲")), movers) { standIn("甲", &$0) },
    Permitted(
        "join a group", .claims(.group("A", "g")), management.union([.administrator])),
    Permitted(
        "meet on a rest day", .claims(.meetOnRestDay("B", "王", inUniform: true)), movers
    ) {
        own("王", by: "B", &$0)
    },
    Permitted("punish off the site", .claims(.offsite("A", nil, to: nil, note: "n")), management),
    Permitted("talk about the price", .claims(.beginPriceTalk("甲")), movers) {
        $0.arrival("甲")
    },
    Permitted(
        "hear of a recommendation",
        .claims(
            .hearStaffReferral(
                "甲", contacted: House.monday.at(TimeOfDay(10, 0)), designated: "C")),
        askers
    ) { $0.arrival("甲") },
    Permitted("hand a customer over", .claims(.handOver("王", to: "A", note: "n")), management),
]

private func own(_ person: PersonID, by staff: StaffID, _ house: inout House) {
    let fact = CustomerFact(person, staff, .visit, occurred: House.monday.at(TimeOfDay(9, 0)))
    house.must(.claims(.note(fact)), as: .salesManager)
}

/// C recognises the visitor without an entry, and the group has left.
private func recognised(_ visit: VisitID, _ house: inout House) {
    var answers = FirstQuestion()
    answers.firstVisit = false
    answers.known = .forgotten
    answers.recognisedBy = "C"
    house.must(.visits(.register(Arrival(visit, .newFirst, person: "冯", answers: answers))))
    house.finish(visit)
}

/// A customer of C, who is away, is received by a colleague; the group has left.
private func standIn(_ visit: VisitID, _ house: inout House) {
    house.away("C", .personal)
    house.ownCustomer(visit, of: "C")
    house.finish(visit)
}
