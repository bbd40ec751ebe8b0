import HouseRules
import Testing

@testable import Site

@Suite struct `Claims on the page of a visit` {
    private static let phone = "13912345678"

    /// 安然's customer of this morning is back, and 白榆 receives them.
    private func returning(
        pack: String = "P001", _ body: (Morning) async throws -> Void
    ) async throws {
        try await withMorning(pack: pack) { morning in
            try await morning.comes("v1", phone: Self.phone)
            try await morning.leaves("v1")
            try await morning.comes("v2", phone: Self.phone)
            #expect(try await morning.receives("v2") == "yunqi-baiyu")
            try await body(morning)
        }
    }

    @Test(arguments: ["P001", "P002A"])
    func `are good to the last second and not a second longer`(pack: String) async throws {
        for late in [0, 1] {
            try await returning(pack: pack) { morning in
                let rules = try await morning.site.book.view(at: ServedSite.now).policy
                morning.wait(rules.claims.windowSeconds + late)
                let fields: KeyValuePairs = ["id": "c1", "surname": "1", "acknowledged": "1"]
                if late == 0 {
                    try await morning.done("/visits/v2/claim", fields, by: .anran)
                    #expect(try await morning.receives("v2") == "yunqi-anran")
                } else {
                    try await morning.refused(
                        "CLAIM_WINDOW_CLOSED", "REC-31", "/visits/v2/claim", fields, by: .anran)
                    #expect(try await morning.receives("v2") == "yunqi-baiyu")
                }
            }
        }
    }

    @Test(arguments: ["P001", "P002A"])
    func `give the next group to whoever gave the customer up`(pack: String) async throws {
        try await returning(pack: pack) { morning in
            try await morning.done(
                "/visits/v2/claim", ["id": "c1", "surname": "1", "acknowledged": "1"],
                by: .anran)
            try await morning.comes("v3")
            #expect(try await morning.receives("v3") == "yunqi-baiyu")
        }
    }

    @Test func `need a customer of one's own`() async throws {
        try await returning { morning in
            try await morning.refused(
                "CLAIM_EXPIRED_OWNERSHIP", "REC-31", "/visits/v2/claim",
                ["id": "c1", "surname": "1", "acknowledged": "1"], by: .censhan)
            #expect(try await morning.receives("v2") == "yunqi-baiyu")
        }
    }

    @Test func `are made once, and only while the group is there`() async throws {
        try await returning { morning in
            let fields: KeyValuePairs = ["surname": "1", "acknowledged": "1"]
            try await morning.done("/visits/v2/claim", fields, by: .anran)
            try await morning.refused(
                "UNKNOWN_VISIT", "REC-15", "/visits/v2/claim", fields, by: .anran)
            try await morning.leaves("v2")
            try await morning.refused(
                "UNKNOWN_VISIT", "REC-15", "/visits/v2/claim", fields, by: .anran)
        }
    }

    @Test func `count for nobody who is off duty or not of the house`() async throws {
        try await returning { morning in
            try await morning.done(
                "/staff/yunqi-anran/off-duty", ["id": "o1", "kind": "rest"], by: .anran)
            try await morning.refused(
                "OFF_DUTY", "REC-03", "/visits/v2/claim",
                ["id": "c1", "staff": "yunqi-anran", "surname": "1", "acknowledged": "1"],
                by: .desk)
            try await morning.refused(
                "UNKNOWN_STAFF", "REC-01", "/visits/v2/claim",
                ["id": "c2", "staff": "nobody", "surname": "1", "acknowledged": "1"], by: .desk)
        }
    }

    @Test func `with a number that is none are asked for again`() async throws {
        try await returning { morning in
            let answer = try await morning.desk.post(
                "/visits/v2/claim", ["id": "c1", "staff": "yunqi-anran", "phone": "12"])
            #expect(answer.status == 422 && answer.words.contains("手机号要 11 位"))
        }
    }

    @Test func `are no longer needed once the customer says the name`() async throws {
        try await returning { morning in
            morning.wait(300)
            try await morning.done(
                "/visits/v2/name", ["id": "n1", "staff": "yunqi-anran"], by: .desk)
            #expect(try await morning.receives("v2") == "yunqi-anran")
        }
    }

    @Test func `and names come too late after the same window`() async throws {
        try await returning { morning in
            morning.wait(301)
            try await morning.refused(
                "NAMING_WINDOW_CLOSED", "REC-33", "/visits/v2/name",
                ["id": "n1", "staff": "yunqi-anran"], by: .desk)
            try await morning.refused(
                "CLAIM_EXPIRED_OWNERSHIP", "REC-31", "/visits/v2/name",
                ["id": "n2", "staff": "yunqi-dingyi"], by: .desk)
        }
    }

    @Test func `an old customer counts who came before the question was done`() async throws {
        for (time, isTogether) in [("10:00", true), ("10:01", false)] {
            try await returning { morning in
                try await morning.comes("v3", phone: "13700001111")
                morning.wait(60)
                let fields: KeyValuePairs = [
                    "id": "i1", "introducer_phone": Self.phone, "arrived_at": time,
                ]
                if isTogether {
                    try await morning.done("/visits/v3/introduction", fields, by: .desk)
                    #expect(try await morning.receives("v3") == "yunqi-anran")
                } else {
                    try await morning.refused(
                        "REFERRAL_TOO_LATE", "REC-31", "/visits/v3/introduction", fields,
                        by: .desk)
                }
            }
        }
    }

    @Test func `an old customer whom nobody knows is no introducer`() async throws {
        try await returning { morning in
            let answer = try await morning.desk.post(
                "/visits/v2/introduction", ["id": "i1", "introducer_phone": "13000000000"])
            #expect(answer.status == 422 && answer.words.contains("没有找到介绍人"))
        }
    }
}
