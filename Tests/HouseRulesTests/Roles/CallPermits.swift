@testable import HouseRules

private let answerers = movers.union([.consultant, .clock])

let callPermits: [Permitted] = [
    Permitted("take a call", .calls(.arrive("一", wanted: nil)), answerers),
    Permitted("note a call to be returned", .calls(.noteCallback("一")), Set(Role.allCases)),
    Permitted("call back", .calls(.answer("一", "B")), answerers) {
        $0.must(.calls(.noteCallback("一")))
    },
    Permitted("end a call", .calls(.end("一")), answerers) {
        $0.must(.calls(.arrive("一", wanted: nil)))
    },
    Permitted("record the rings", .calls(.rang("一", .rings(2), by: "B")), answerers),
    Permitted("note a second line", .calls(.secondLine("二", "D")), answerers) {
        $0.must(.calls(.arrive("一", wanted: "D")))
    },
    Permitted("hand the line on", .calls(.handLine("A", to: "B")), movers),
    Permitted(
        "issue the order of calls", .calls(.issueOrder),
        management.union([.dutyOfficer, .frontDeskSecretary])),
    Permitted(
        "confirm the order of calls", .calls(.confirmOrder),
        management.union([.dutyOfficer])
    ) {
        $0.must(.calls(.issueOrder))
    },
]
