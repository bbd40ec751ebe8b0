import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `On the site: tours, leaders, signing, scripts` {
    private func receive(_ site: ServedSite) async throws {
        try await site.ask(.visits(.register(Arrival("v1", .newFirst))), by: .desk)
    }

    @Test func `a tour leaves only with approval and a helmet each`() async throws {
        try await withServedSite { site in
            try await receive(site)
            let anran = try await site.visitor(.anran)
            let short = try await anran.post(
                "/tours",
                [
                    "visit": "v1", "approver": "周工", "approved_at": "09:30", "customers": "3",
                    "escorts": "1", "helmets": "3",
                ])
            #expect(short.status == 409 && short.text.contains("4 顶安全帽"))
            #expect(short.text.contains("周工"), "what was typed is still there")
            let slip = try await anran.follow(
                "/tours",
                [
                    "visit": "v1", "approver": "周工", "approved_at": "09:30", "customers": "3",
                    "escorts": "1", "helmets": "4",
                ])
            #expect(slip.contains("工地参观单") && slip.contains("4 顶"))
            #expect(try !site.everyByte().contains("周工".utf8))
            let page = try await anran.follow("/tours/v1/return", ["helmets": "3"])
            #expect(page.contains("1 顶"))
            #expect(try await site.book.state.registers.tours.isEmpty)
        }
    }

    @Test func `without approval nobody goes`() async throws {
        try await withServedSite { site in
            try await receive(site)
            let answer = try await site.visitor(.anran).post(
                "/tours", ["visit": "v1", "customers": "1", "escorts": "1", "helmets": "2"])
            #expect(answer.status == 409 && answer.text.contains("开发商批准"))
        }
    }

    @Test func `leaders who come are announced with their time`() async throws {
        try await withServedSite { site in
            let page = try await site.visitor(.desk).follow(
                "/leaders", ["leader_day": "2025-06-02", "leader_time": "14:00"])
            #expect(page.contains("6月2日 周一 14:00 到"))
            let early = try await site.visitor(.desk).post(
                "/leaders", ["leader_day": "2025-06-02", "leader_time": "09:00"])
            #expect(early.status == 409)
            #expect(try await site.visitor(.anran).page("/onsite").contains("14:00 到"))
        }
    }

    @Test(arguments: [
        ("signing", "指引到下一步：收银"), ("seal", "指引到下一步：备案"), ("filing", "手续全部办完"),
    ])
    func `a step of signing says what to tell the customer`(
        stage: String, word: String
    ) async throws {
        try await withServedSite { site in
            try await receive(site)
            let page = try await site.visitor(.anran).follow(
                "/stages", ["stage_visit": "v1", "stage": stage])
            #expect(page.contains(word))
        }
    }

    @Test func `forms with holes come back`() async throws {
        try await withServedSite { site in
            let duty = try await site.visitor(.duty)
            for path in ["/tours", "/leaders", "/stages"] {
                #expect(try await duty.post(path, [:]).status == 422, "\(path)")
            }
        }
    }

    @Test func `scripts are found by a word of the occasion or the points`() async throws {
        try await withServedSite { site in
            let anran = try await site.visitor(.anran)
            let all = try await anran.page("/scripts")
            #expect(all.contains("让客户久等") && all.contains("送客道别"))
            let found = try await anran.page("/scripts?q=%E4%B9%85%E7%AD%89")
            #expect(found.contains("给出下一步") && !found.contains("送客道别"))
            #expect(try await anran.page("/scripts?q=xyz").contains("没有找到"))
        }
    }
}
