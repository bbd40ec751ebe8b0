import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `The course of a visit` {
    @Test(arguments: ["P001", "P002A"])
    func `an owner goes to the one they bought from, and the turn goes back`(
        pack: String
    ) async throws {
        try await withMorning(pack: pack) { morning in
            try await morning.comes("v1")
            try await morning.done(
                "/visits/v1/reclassify",
                ["id": "r1", "class": "owner", "named": "yunqi-dingyi"], by: .desk)
            #expect(try await morning.receives("v1") == "yunqi-dingyi")
            try await morning.comes("v2")
            #expect(try await morning.receives("v2") == "yunqi-anran")
        }
    }

    @Test func `whoever receives may say to the last second what it is`() async throws {
        for (seconds, isOpen) in [(300, true), (301, false)] {
            try await withMorning { morning in
                try await morning.comes("v1")
                morning.wait(seconds)
                let fields: KeyValuePairs = ["id": "r1", "class": "peer"]
                if isOpen {
                    try await morning.done("/visits/v1/reclassify", fields, by: .anran)
                } else {
                    try await morning.refused(
                        "RECLASS_WINDOW_CLOSED", "REC-32", "/visits/v1/reclassify", fields,
                        by: .anran)
                }
                let peers = try await morning.site.count("visit_row", where: "class = 'peer'")
                #expect(peers == (isOpen ? 1 : 0))
            }
        }
    }

    @Test func `a class for somebody in particular needs to know for whom`() async throws {
        try await withMorning { morning in
            try await morning.comes("v1")
            try await morning.refused(
                "NAMED_CONSULTANT_MISSING", "REC-18", "/visits/v1/reclassify",
                ["id": "r1", "class": "referral"], by: .desk)
            #expect(try await morning.receives("v1") == "yunqi-anran")
        }
    }

    @Test(arguments: [("complaint", "yunqi-baiyu"), ("wish", "yunqi-anran")])
    func `another consultant costs a turn only after a complaint`(
        cause: String, next: StaffID
    ) async throws {
        try await withMorning { morning in
            try await morning.comes("v1")
            try await morning.done(
                "/visits/v1/change", ["id": "x1", "staff": "yunqi-dingyi", "cause": cause],
                by: .manager)
            #expect(try await morning.receives("v1") == "yunqi-dingyi")
            try await morning.comes("v2")
            #expect(try await morning.receives("v2") == next)
        }
    }

    @Test func `a change to nobody, or for no cause, changes nothing`() async throws {
        try await withMorning { morning in
            try await morning.comes("v1")
            try await morning.refused(
                "UNKNOWN_STAFF", "REC-01", "/visits/v1/change",
                ["id": "x1", "staff": "nobody", "cause": "wish"], by: .manager)
            let answer = try await morning.site.visitor(.manager).post(
                "/visits/v1/change", ["id": "x2", "staff": "yunqi-dingyi", "cause": "mood"])
            #expect(answer.status == 422 && answer.words.contains("请选换顾问是因为"))
            #expect(try await morning.receives("v1") == "yunqi-anran")
        }
    }

    @Test(arguments: ["P001", "P002A"])
    func `two groups that are one stay with whoever began`(pack: String) async throws {
        try await withMorning(pack: pack) { morning in
            try await morning.comes("v1")
            try await morning.comes("v2")
            try await morning.done(
                "/visits/v2/merge", ["id": "m1", "other": "v1"], by: .manager)
            #expect(try await morning.receives("v1") == "yunqi-anran")
            #expect(try await morning.receives("v2") == nil)
            try await morning.comes("v3")
            #expect(try await morning.receives("v3") == "yunqi-baiyu", "the turn went back")
            try await morning.refused(
                "UNKNOWN_VISIT", "REC-15", "/visits/v1/merge", ["id": "m2", "other": "v1"],
                by: .manager)
        }
    }

    @Test(arguments: ["P001", "P002A"])
    func `part of a group goes to the next in turn`(pack: String) async throws {
        try await withMorning(pack: pack) { morning in
            try await morning.comes("v1")
            try await morning.done(
                "/visits/v1/split", ["id": "v8", "class": "new_first"], by: .supervisor)
            #expect(try await morning.receives("v8") == "yunqi-baiyu")
            #expect(try await morning.receives("v1") == "yunqi-anran")
            try await morning.leaves("v1")
            try await morning.refused(
                "UNKNOWN_VISIT", "REC-15", "/visits/v1/split",
                ["id": "v9", "class": "new_first"], by: .supervisor)
        }
    }

    @Test func `a customer goes to somebody else once it is known who they are`() async throws {
        try await withMorning { morning in
            try await morning.comes("v1")
            let manager = try await morning.site.visitor(.manager)
            let answer = try await manager.post(
                "/visits/v1/customer", ["id": "g1", "staff": "yunqi-dingyi", "note": "调岗"])
            #expect(answer.status == 422 && answer.words.contains("还不知道这组客户是谁"))
            try await morning.done(
                "/visits/v1/person", ["id": "n1", "phone": "13700001111"], by: .desk)
            try await morning.done(
                "/visits/v1/customer", ["id": "g2", "staff": "yunqi-dingyi", "note": "调岗"],
                by: .manager)
            let standing = try await morning.site.book.state.ownership.standing(
                of: "p-n1", with: "yunqi-dingyi", on: ServedSite.day)
            #expect(standing.isOwned)
        }
    }

    @Test func `what begins the talk about the price is noted once`() async throws {
        try await withMorning { morning in
            try await morning.comes("v1")
            try await morning.refused(
                "NOT_PERMITTED", "REC-15", "/visits/v1/price-talk", ["id": "p1"], by: .baiyu)
            try await morning.done("/visits/v1/price-talk", ["id": "p2"], by: .anran)
            morning.wait(60)
            let words = try await morning.done(
                "/visits/v1/price-talk", ["id": "p3"], by: .anran)
            #expect(words.contains("开始谈价 10:00:00") && !words.contains("开始谈价 10:01:00"))
        }
    }

    @Test(arguments: ["P001", "P002A"])
    func `a group that is refused goes to the next, with the facts`(pack: String) async throws {
        try await withMorning(pack: pack) { morning in
            try await morning.comes("v1")
            try await morning.refused(
                "NOT_YOUR_TURN", "REC-03", "/visits/v1/refusal",
                ["id": "q1", "note": "不想接"], by: .baiyu)
            try await morning.done(
                "/visits/v1/refusal", ["id": "q2", "note": "当场说不接"], by: .anran)
            #expect(try await morning.receives("v1") == "yunqi-baiyu")
        }
    }

    @Test func `whoever leaves in the middle needs somebody to take over`() async throws {
        try await withMorning { morning in
            try await morning.comes("v1")
            try await morning.refused(
                "NOT_PERMITTED", "REC-15", "/visits/v1/departure",
                ["id": "d1", "reason": "illness"], by: .baiyu)
            for visit in ["v2", "v3", "v4"] { try await morning.comes(visit) }
            try await morning.refused(
                "NOBODY_TO_TAKE_OVER", "REC-14", "/visits/v1/departure",
                ["id": "d2", "reason": "illness"], by: .anran)
            #expect(try await morning.receives("v1") == "yunqi-anran")
        }
    }

    @Test(arguments: [("official", "yunqi-dingyi"), ("personal", "yunqi-baiyu")])
    func `why one leaves decides who takes over`(
        reason: String, next: StaffID
    ) async throws {
        try await withMorning { morning in
            try await morning.comes("v1")
            try await morning.done(
                "/visits/v1/departure", ["id": "d1", "reason": reason], by: .anran)
            #expect(try await morning.receives("v1") == next)
        }
    }

    @Test func `where nothing is open there is nothing to note or to prove`() async throws {
        try await withMorning { morning in
            try await morning.comes("v1")
            try await morning.refused(
                "NOTHING_OPEN", "REC-34", "/visits/v1/handover-note",
                ["id": "h1", "note": "没有交接"], by: .anran)
            try await morning.refused(
                "NOTHING_OPEN", "REC-34", "/visits/v1/handover-reading", ["id": "h2"],
                by: .anran)
            try await morning.refused(
                "NOTHING_OPEN", "REC-34", "/visits/v1/proof", ["id": "h3"], by: .duty)
        }
    }
}

@Suite struct `Who may not` {
    @Test(arguments: [ServedSite.Person.auditor, .admin, .clerk])
    func `those who receive nobody do nothing about a visit`(
        person: ServedSite.Person
    ) async throws {
        try await withMorning { morning in
            try await morning.comes("v1")
            let entries = try await morning.site.count("journal")
            let visitor = try await morning.site.visitor(person)
            for action in VisitAction.allCases {
                let answer = try await visitor.post(action.path("v1"), ["id": "x1"])
                #expect(answer.status == 403, "\(action)")
            }
            #expect(try await morning.site.count("journal") == entries)
        }
    }

    @Test(arguments: [ServedSite.Person.anran, .desk, .duty])
    func `rulings are management's`(person: ServedSite.Person) async throws {
        try await withMorning { morning in
            try await morning.comes("v1")
            let visitor = try await morning.site.visitor(person)
            for action in [VisitAction.customer, .merge, .split, .change] {
                let answer = try await visitor.post(
                    action.path("v1"),
                    [
                        "id": "x1", "staff": "yunqi-anran", "note": "n", "other": "v1",
                        "class": "new_first", "cause": "wish",
                    ])
                #expect(answer.status == 403, "\(action)")
            }
            #expect(try await morning.site.count("visit_row") == 1)
        }
    }

    @Test func `nobody does anything without signing in`() async throws {
        try await withMorning { morning in
            try await morning.comes("v1")
            let entries = try await morning.site.count("journal")
            for action in VisitAction.allCases {
                let answer = try await morning.site.stranger.post(action.path("v1"), ["id": "x1"])
                #expect(answer.status >= 300, "\(action)")
            }
            #expect(try await morning.site.count("journal") == entries)
        }
    }
}
