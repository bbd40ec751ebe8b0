import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `Appointments` {
    private func made(
        _ visitor: Visitor, _ more: [String: String] = [:]
    ) async throws -> Received {
        try await visitor.post(
            "/appointments",
            [
                "id": "a1", "staff": more["staff"] ?? "yunqi-anran",
                "day": more["day"] ?? "2025-06-02", "time": more["time"] ?? "14:30",
                "phone": more["phone"] ?? "13912345678", "name": "欧阳青禾",
                "absent": more["absent"] ?? "", "substitute": more["substitute"] ?? "",
            ])
    }

    @Test func `an appointment stands in the list with a masked number`() async throws {
        try await withServedSite { site in
            let me = try await site.visitor(.anran)
            let answer = try await made(me)
            #expect(answer.location == "/appointments?decision=a1")
            let page = try await me.page("/appointments?decision=a1")
            #expect(plainWords(page).contains("6月2日 周一 14:30"))
            #expect(page.contains("欧阳青禾 139****5678") && !page.contains("13912345678"))
            #expect(try await !site.visitor(.baiyu).page("/appointments").contains("欧阳青禾"))
            #expect(try await site.visitor(.desk).page("/appointments").contains("欧阳青禾"))
        }
    }

    @Test func `whoever will not be there needs somebody in their place`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let answer = try await made(desk, ["absent": "1"])
            let page = try await desk.page(try #require(answer.location))
            #expect(page.contains("SUBSTITUTE_REQUIRED") || page.contains("/clauses/REC-38"))
            #expect(try await site.book.state.customers.appointments.isEmpty)
            let good = try await desk.post(
                "/appointments",
                [
                    "id": "a2", "staff": "yunqi-anran", "day": "2025-06-02", "time": "14:30",
                    "phone": "13912345678", "absent": "1", "substitute": "yunqi-baiyu",
                ])
            #expect(good.status == 303)
            let kept = try await site.book.state.customers.appointments
            #expect(kept.map(\.substitute) == ["yunqi-baiyu"])
        }
    }

    @Test func `the customer who comes is given to whoever expects them`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await made(desk, ["staff": "yunqi-dingyi"])
            let page = try await desk.follow(
                "/visits",
                ["id": "v1", "first_visit": "yes", "known": "nobody", "phone": "13912345678"])
            #expect(page.contains("<span class=\"decision-person\">丁一</span>"))
            #expect(try await site.book.state.customers.appointments.isEmpty)
        }
    }

    @Test(arguments: [("day", "soon"), ("time", "25:00"), ("phone", "12"), ("day", "2099-01-01")])
    func `a field at fault is named and nothing typed is lost`(
        field: String, text: String
    ) async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let answer = try await made(desk, [field: text])
            #expect(answer.status == 422)
            #expect(answer.text.contains("id=\"field-\(field)-fault\""))
            #expect(answer.text.contains("value=\"欧阳青禾\""))
            #expect(try await site.count("person") == 0)
        }
    }

    @Test func `a day of rest is for own customers, in uniform`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let stranger = try await desk.post(
                "/appointments/rest-day",
                ["id": "r0", "staff": "yunqi-anran", "phone": "13912345678", "uniform": "1"])
            #expect(stranger.status == 422 && stranger.words.contains("不是谁的老客户"))
            _ = try await desk.post(
                "/visits", ["id": "v1", "class": "new_first", "phone": "13912345678"])
            _ = try await desk.post("/visits/v1/finish", ["id": "f1", "logged": "1"])
            let bare = try await desk.follow(
                "/appointments/rest-day",
                ["id": "r1", "staff": "yunqi-anran", "phone": "13912345678"])
            #expect(bare.contains("/clauses/REC-40"))
            let good = try await desk.follow(
                "/appointments/rest-day",
                ["id": "r2", "staff": "yunqi-anran", "phone": "13912345678", "uniform": "1"])
            #expect(!good.contains("tone-stop"))
            let other = try await desk.follow(
                "/appointments/rest-day",
                ["id": "r3", "staff": "yunqi-baiyu", "phone": "13912345678", "uniform": "1"])
            #expect(other.contains("/clauses/REC-40"))
        }
    }
}
