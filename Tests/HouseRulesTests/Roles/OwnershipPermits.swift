@testable import HouseRules

private let askers = movers.union([.consultant])
private let tomorrow = DayRange(House.monday.adding(days: 1), House.monday.adding(days: 2))

let ownershipPermits: [Permitted] = [
    Permitted(
        "enter a contact",
        .ownership(.touch(Touch("王", by: "A", occurred: House.monday.at(TimeOfDay(9, 0))))),
        askers.union([.clock])),
    Permitted("relate", .ownership(.relate("王", other: "李", .spouse, proven: true)), floor),
    Permitted("set the phases", .ownership(.setPhases(stops: [tomorrow])), management),
    Permitted(
        "find a lack", .ownership(.findLack("王", "B", .paperRegister)),
        management.union([.dutyOfficer, .clericalStaff])
    ) { own("王", by: "B", &$0) },
    Permitted(
        "ask for a change",
        .ownership(
            .requestChange("s", RecordChange("王", by: "A", fields: [.phone], note: "n"))), floor),
    Permitted("sign a change", .ownership(.signChange("s")), management) {
        let change = RecordChange("王", by: "A", fields: [.phone], note: "n")
        $0.must(.ownership(.requestChange("s", change)))
    },
    Permitted(
        "find tampering", .ownership(.findTampering("王", "B", .phone)),
        management.union([.dutyOfficer])
    ) { own("王", by: "B", &$0) },
    Permitted("reserve", .ownership(.reserve("王", "B")), movers) { own("王", by: "B", &$0) },
    Permitted(
        "reassign", .ownership(.reassign(Reassignment("王", to: "A", .other))), management),
    Permitted(
        "name an assistant",
        .ownership(
            .nameAssistant("A", Assistance(by: "B", on: tomorrow))), management),
    Permitted(
        "list customers", .ownership(.list("A", HandoverList(days: tomorrow, customers: []))),
        movers),
    Permitted("depart", .ownership(.depart("A", .resigned)), management),
    Permitted(
        "be one customer", .ownership(.merge("王", into: "李", note: "n")),
        management.union([.clericalStaff])),
    Permitted(
        "be two", .ownership(.part("王", note: "n")), management.union([.clericalStaff])
    ) { $0.must(.ownership(.merge("王", into: "李", note: "n")), as: .salesManager) },
    Permitted(
        "cancel a deal", .ownership(.cancelDeal("王")), management.union([.clericalStaff])
    ) { bought("王", from: "B", &$0) },
    Permitted("tell a case", .ownership(.tellCase("王")), movers) { bought("王", from: "B", &$0) },
    Permitted(
        "announce",
        .ownership(
            .notice("王", Notice(staff: "A", contacted: House.monday.at(TimeOfDay(9, 0))))), movers),
    Permitted(
        "introduce ahead",
        .ownership(
            .introduceAhead("李", by: "王", occurred: House.monday.at(TimeOfDay(9, 30)))),
        askers
    ) { bought("王", from: "B", &$0) },
]

private func own(_ person: PersonID, by staff: StaffID, _ house: inout House) {
    let fact = CustomerFact(person, staff, .visit, occurred: House.monday.at(TimeOfDay(9, 0)))
    house.must(.claims(.note(fact)), as: .salesManager)
}

private func bought(_ person: PersonID, from staff: StaffID, _ house: inout House) {
    let fact = CustomerFact(person, staff, .deal, occurred: House.monday.at(TimeOfDay(9, 0)))
    house.must(.claims(.note(fact)), as: .salesManager)
}
