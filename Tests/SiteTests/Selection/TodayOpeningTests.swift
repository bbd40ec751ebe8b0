import Database
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `Openings on the page of today` {
    private func today(_ world: OpeningWorld) async throws -> String {
        plainWords(try await world.manager.page("/today"))
    }

    @Test func `wait for the manager until they are approved`() async throws {
        try await withOpening { world in
            #expect(try await today(world).contains("还没批准就绪，还缺 1 项，如名单没锁定"))
            _ = try await world.bring(OpeningWorld.roster)
            try await world.done("/lock")
            #expect(try await today(world).contains("还缺 12 项，如签到没有安排人"))
            for role in PlanRole.allCases {
                try await world.done(
                    "/preparation",
                    ["step": "role", "role": role.rawValue, "staff": "yunqi-clerk"])
            }
            for paper in PlanPaper.allCases {
                try await world.done("/preparation", ["step": "paper", "paper": paper.rawValue])
            }
            try await world.done(
                "/preparation", ["step": "rehearsal", "sign-desk": "yunqi-anran"])
            #expect(try await today(world).contains("还没批准就绪，准备齐全"))
            try await world.done("/approval")
            let page = try await today(world)
            #expect(!page.contains("一期选房"))
        }
    }

    @Test func `wait when they stand still and when somebody objects`() async throws {
        try await withOpening { world in
            try await world.approve()
            try await world.done("/objections", ["note": "漏叫"], by: .desk)
            #expect(try await today(world).contains("1 件现场异议没有处理"))
            try await world.done("/pause", ["note": "停电"])
            let page = try await world.manager.page("/today")
            #expect(plainWords(page).contains("起暂停，时限不走"))
            #expect(page.contains("href=\"/openings/act\""))
        }
    }

    @Test func `of another week do not wait yet`() async throws {
        try await withOpening(.onlineOpening, minutes: 2 * 24 * 60) { world in
            let page = try await today(world)
            #expect(!page.contains("一期选房"))
        }
        try await withOpening(.onlineOpening, minutes: 24 * 60) { world in
            let page = try await today(world)
            #expect(page.contains("6月3日 周二 10:00 开始"))
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `A buyer's page beside accounts` {
    @Test func `works in the browser of somebody who is signed in, and acts as the buyer`()
        async throws
    {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            var desk = try await world.site.visitor(.desk)
            desk.token = nil
            let path = "/o/\(try await world.token(0))"
            let answer = try await desk.post(path + "/picks", ["id": "a", "unit": "1-0101"])
            #expect(answer.location == path)
            #expect(try await world.hold("1-0101")?.person == world.buyers[0])
            let entry = try await world.site.server.database.read { transaction in
                try transaction.row(
                    "SELECT actor, role FROM decision_row WHERE kind = 'selection.pick'"
                ).map { try $0.text("role") }
            }
            #expect(entry == Role.clock.rawValue, "nobody of the house picked")
        }
    }

    @Test func `is not kept by anybody on the way, and is nobody's address to search`()
        async throws
    {
        try await withOpening { world in
            try await world.approve()
            let answer = try await world.site.stranger.get("/o/\(try await world.token(0))")
            #expect(answer.headers[.cacheControl] == "no-store")
            let policy = answer.headers[.contentSecurityPolicy] ?? ""
            #expect(policy.contains("script-src 'self'"))
            #expect(!answer.text.contains("<script>"))
        }
    }

    @Test(arguments: ["/o/%00", "/o/a%0Ab.c", "/o/..%2f..", "/o/%F0%9F%98%80.x"])
    func `is told of addresses that are none`(path: String) async throws {
        try await withOpening { world in
            let answer = try await world.site.stranger.get(path)
            #expect(answer.status == 404, "\(answer.words)")
        }
    }
}
