import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `An appointment by the rules` {
    private func fields(
        _ id: String, time: String = "14:30", staff: String = "yunqi-anran",
        substitute: String = "", absent: String = ""
    ) -> KeyValuePairs<String, String> {
        [
            "id": id, "staff": staff, "day": "2025-06-02", "time": time,
            "phone": id == "a1" ? "13912345678" : "13712345678", "name": "欧阳青禾",
            "substitute": substitute,
            "absent": absent,
        ]
    }

    @Test func `lies ahead`() async throws {
        try await withMorning { morning in
            try await morning.refused(
                "TOO_OLD", "REC-15", "/appointments", fields("a1", time: "10:00"), by: .desk)
            try await morning.done("/appointments", fields("a2", time: "10:01"), by: .desk)
            #expect(try await morning.site.book.state.customers.appointments.count == 1)
        }
    }

    @Test func `is one's own to make, or the desk's`() async throws {
        try await withMorning { morning in
            try await morning.refused(
                "NOT_PERMITTED", "REC-15", "/appointments", fields("a1"), by: .baiyu)
            #expect(try await morning.site.book.state.customers.appointments.isEmpty)
            let auditor = try await morning.site.visitor(.auditor)
            #expect(try await auditor.post("/appointments", fields("a2")).status == 403)
            #expect(try await auditor.get("/appointments").status == 403)
        }
    }

    @Test func `names people of the house`() async throws {
        try await withMorning { morning in
            for (number, form) in [
                fields("a1", staff: "nobody"), fields("a2", substitute: "nobody"),
            ].enumerated() {
                try await morning.refused(
                    "UNKNOWN_STAFF", "REC-01", "/appointments", form, by: .desk)
                #expect(try await morning.site.count("person") == 0, "\(number)")
            }
        }
    }

    @Test func `the earliest stands first, the substitute sees it too`() async throws {
        try await withMorning { morning in
            try await morning.done("/appointments", fields("a1", time: "16:00"), by: .desk)
            try await morning.done(
                "/appointments",
                fields("a2", time: "11:15", substitute: "yunqi-baiyu", absent: "1"), by: .desk)
            let words = plainWords(try await morning.desk.page("/appointments"))
            let early = try #require(words.range(of: "11:15"))
            let late = try #require(words.range(of: "16:00"))
            #expect(early.lowerBound < late.lowerBound)
            let baiyu = plainWords(
                try await morning.site.visitor(.baiyu).page("/appointments"))
            #expect(baiyu.contains("11:15") && !baiyu.contains("16:00"))
        }
    }

    @Test(arguments: ["P001", "P002A"])
    func `the substitute receives who was expected`(pack: String) async throws {
        try await withMorning(pack: pack) { morning in
            try await morning.done(
                "/appointments", fields("a1", substitute: "yunqi-censhan", absent: "1"),
                by: .desk)
            try await morning.done(
                "/staff/yunqi-anran/off-duty", ["id": "o1", "kind": "rest"], by: .anran)
            _ = try await morning.desk.follow(
                "/visits",
                [
                    "id": "v1", "first_visit": "yes", "known": "nobody",
                    "phone": "13912345678",
                ])
            #expect(try await morning.receives("v1") == "yunqi-censhan")
        }
    }
}

@Suite struct `A day of rest` {
    @Test(arguments: [
        ("", "yunqi-anran", "请填客户手机"), ("12", "yunqi-anran", "手机号要"),
        ("13912345678", "", "请选是哪位置业顾问"),
    ])
    func `asks for what is missing`(phone: String, staff: String, words: String) async throws {
        try await withMorning { morning in
            try await morning.comes("v1", phone: "13912345678")
            let entries = try await morning.site.count("journal")
            let answer = try await morning.desk.post(
                "/appointments/rest-day",
                ["id": "r1", "staff": staff, "phone": phone, "uniform": "1"])
            #expect(answer.status == 422 && answer.words.contains(words))
            #expect(try await morning.site.count("journal") == entries)
        }
    }

    @Test func `is for one's own customers, by oneself, in uniform`() async throws {
        try await withMorning { morning in
            try await morning.comes("v1", phone: "13912345678")
            try await morning.leaves("v1")
            let path = "/appointments/rest-day"
            try await morning.refused(
                "NOT_YOUR_CUSTOMER", "REC-40", path,
                ["staff": "yunqi-baiyu", "phone": "13912345678", "uniform": "1"], by: .baiyu)
            try await morning.refused(
                "NOT_PERMITTED", "REC-15", path,
                ["staff": "yunqi-anran", "phone": "13912345678", "uniform": "1"], by: .baiyu)
            try await morning.refused(
                "UNIFORM_REQUIRED", "REC-40", path,
                ["staff": "yunqi-anran", "phone": "13912345678"], by: .anran)
            try await morning.done(
                path, ["staff": "yunqi-anran", "phone": "13912345678", "uniform": "1"],
                by: .anran)
        }
    }
}
